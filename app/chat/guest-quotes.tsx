import { Portrait } from '../ui/portrait.tsx';
import type { QuotedBlock } from './answer-parts.ts';
import { citationWho } from './citation-words.ts';
import { Quote } from './quote.tsx';

/** What one guest says: who it is, then the quotes. */
export function GuestQuotes({
  guest,
  lead,
  quotes,
}: {
  guest: string;
  lead: string | null;
  quotes: QuotedBlock[];
}) {
  const first = quotes[0]?.citations[0];
  return (
    <section className="appear rounded-card border border-line bg-raised">
      <header className="flex items-center gap-3 border-b border-line px-4 py-3 sm:px-5">
        <Portrait name={guest} />
        <p className="font-semibold">{lead ?? (first ? citationWho(first) : guest)}</p>
      </header>
      <div className="space-y-6 px-4 py-5 sm:px-5">
        {quotes.map((quote) => (
          <Quote key={quote.citations.map(({ n }) => n).join(' ')} {...quote} />
        ))}
      </div>
    </section>
  );
}
