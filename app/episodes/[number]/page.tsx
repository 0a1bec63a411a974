import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { RequestError } from '../../server/request-error.ts';
import { transcriptOf } from '../../server/transcript.ts';
import { Outline } from '../../transcript/outline.tsx';
import { ScrollToQuote } from '../../transcript/scroll-to-quote.tsx';
import { parseQuoteSpan } from '../../transcript/source-link.ts';
import { TranscriptBody } from '../../transcript/transcript-body.tsx';

interface Props {
  params: Promise<{ number: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

async function find(number: string) {
  try {
    return await transcriptOf(number);
  } catch (error) {
    if (error instanceof RequestError) notFound();
    throw error;
  }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { title, number } = await find((await params).number);
  return { title: `Episode ${number}: ${title}` };
}

export default async function EpisodePage({ params, searchParams }: Props) {
  const transcript = await find((await params).number);
  const { quote } = await searchParams;
  const span = parseQuoteSpan(quote);
  const people = [...transcript.guests, ...(transcript.host === null ? [] : [`${transcript.host} (host)`])];
  return (
    <main id="main" className="mx-auto w-full max-w-[82rem] grow px-4 pt-10 pb-24 sm:px-6">
      <div className="lg:grid lg:grid-cols-[16rem_minmax(0,1fr)] lg:gap-16">
        <header className="mb-10 lg:col-start-2">
          <p className="text-small text-soft">
            Episode {transcript.number}
            {transcript.company !== null && ` · ${transcript.company}`} · about {transcript.minutes} min
          </p>
          <h1 className="mt-1 max-w-[30ch] text-title font-bold tracking-tight text-balance">
            {transcript.title}
          </h1>
          <p className="mt-2 text-soft">{people.join(', ')}</p>
          {transcript.kind === 'description' && (
            <p className="mt-4 max-w-prose border-l-4 border-marker pl-3">
              There is no transcript of this episode, only its description.
            </p>
          )}
        </header>
        {transcript.sections.length > 1 && (
          <nav aria-label="Sections" className="mb-10 lg:row-span-2 lg:row-start-1 lg:mb-0">
            <details open className="lg:sticky lg:top-20 lg:max-h-[calc(100dvh-6rem)] lg:overflow-y-auto">
              <summary className="mb-3 text-small font-semibold">In this episode</summary>
              <Outline sections={transcript.sections} />
            </details>
          </nav>
        )}
        <article className="quote-measure lg:col-start-2">
          <TranscriptBody body={transcript.body} span={span} />
        </article>
      </div>
      {span !== null && <ScrollToQuote quote={String(quote)} />}
    </main>
  );
}
