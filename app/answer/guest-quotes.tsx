import { citationWho } from '../citation/citation-words.ts';
import { Quote } from '../citation/quote.tsx';
import { Portrait } from '../ui/portrait.tsx';
import type { QuotedBlock } from './answer-parts.ts';

interface Props {
  guest: string;
  lead: string | null;
  quotes: QuotedBlock[];
}

/** What one guest says: who it is, then the quotes. */
export function GuestQuotes({ guest, lead, quotes }: Props) {
  const first = quotes[0]?.citations[0];
  const heading = lead ?? (first ? citationWho(first) : guest);
  return (
    <section aria-label={guest} className="appear rounded-card border border-line bg-raised">
      <header className="flex items-center gap-3 border-b border-line px-4 py-2.5 sm:px-5">
        <Portrait name={guest} />
        {/* The colon leads to the quotes on a terminal; here the card does. */}
        <h3 className="font-semibold text-balance">{heading.replace(/:$/, '')}</h3>
      </header>
      <div className="space-y-5 px-4 py-4 sm:px-5">
        {quotes.map((quote) => (
          <Quote key={quote.citations.map(({ n }) => n).join(' ')} {...quote} />
        ))}
      </div>
    </section>
  );
}
