import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { parseQuoteSpan } from '../../citation/source-link.ts';
import { openedEngine } from '../../server/engine.ts';
import { RequestError } from '../../server/request-error.ts';
import { transcriptOf } from '../../server/transcript.ts';
import { AnchorCopying } from '../../transcript/anchor-copying.tsx';
import { AskEpisode } from '../../transcript/ask-episode.tsx';
import { Neighbours } from '../../transcript/neighbours.tsx';
import { OpenedPlace } from '../../transcript/opened-place.tsx';
import { Outline } from '../../transcript/outline.tsx';
import { TranscriptBody } from '../../transcript/transcript-body.tsx';
import { TranscriptSearch } from '../../transcript/transcript-search.tsx';
import { Unavailable } from '../../ui/unavailable.tsx';

interface Props {
  params: Promise<{ number: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const listOf = (names: readonly string[]): string => new Intl.ListFormat('en').format(names);

async function find(number: string) {
  try {
    return await transcriptOf(number);
  } catch (error) {
    if (error instanceof RequestError) notFound();
    throw error;
  }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  if ('problem' in (await openedEngine())) return {};
  const { title, number, guests } = await find((await params).number);
  const description = `The transcript of episode ${number}, with ${listOf(guests)}, to read, to search and to ask.`;
  return { title: `Episode ${number}: ${title}`, ...(guests.length > 0 && { description }) };
}

export default async function EpisodePage({ params, searchParams }: Props) {
  const opened = await openedEngine();
  if ('problem' in opened) return <Unavailable problem={opened.problem} />;
  const transcript = await find((await params).number);
  const episodes = await opened.engine.episodes();
  const { quote } = await searchParams;
  const span = parseQuoteSpan(quote);
  const { number, company, minutes, title, kind, guests, host, sections } = transcript;
  const people = [...guests, ...(host === null ? [] : [`${host} (host)`])];
  return (
    <main id="main" className="mx-auto w-full max-w-[82rem] grow px-4 pt-10 pb-16 sm:px-6">
      <div className="lg:grid lg:grid-cols-[17rem_minmax(0,1fr)] lg:gap-x-16">
        <header className="mb-8 sm:pl-12 lg:col-start-2">
          <p className="text-small text-soft">
            Episode {number}
            {company !== null && ` · ${company}`} · about {minutes} min
          </p>
          <h1 className="mt-1 max-w-[34ch] text-title font-bold tracking-tight text-balance">{title}</h1>
          <p className="mt-2 text-soft">{people.join(', ')}</p>
          {kind === 'description' && (
            <p className="mt-4 max-w-prose border-l-4 border-marker pl-3">
              There is no transcript of this episode, only its description.
            </p>
          )}
        </header>
        <aside className="mb-10 lg:row-span-2 lg:row-start-1 lg:mb-0">
          <div className="space-y-5 lg:sticky lg:top-20 lg:max-h-[calc(100dvh-6rem)] lg:-m-1 lg:overflow-y-auto lg:p-1">
            <AskEpisode episode={number} />
            <TranscriptSearch />
            {sections.length > 1 && (
              <nav aria-label="Sections">
                <details className="lg:hidden">
                  <summary className="py-1 text-small font-semibold">In this episode</summary>
                  <Outline sections={sections} />
                </details>
                <div className="max-lg:hidden">
                  <h2 className="mb-2 text-small font-semibold">In this episode</h2>
                  <Outline sections={sections} />
                </div>
              </nav>
            )}
          </div>
        </aside>
        <article aria-label="Transcript" className="max-w-[41rem] sm:pl-12 lg:col-start-2">
          <TranscriptBody body={transcript.body} span={span} within="page" />
          <Neighbours episodes={episodes} current={number} />
        </article>
      </div>
      <AnchorCopying />
      <OpenedPlace quote={span === null ? null : String(quote)} />
    </main>
  );
}
