import type { Metadata } from 'next';
import type { Engine } from '../../lib/engine.ts';
import { openedEngine } from '../server/engine.ts';
import { Unavailable } from '../ui/unavailable.tsx';
import { cellIn, spokenIn } from './spoken.ts';
import { SpokenDialog } from './spoken-dialog.tsx';
import { TopicGrid } from './topic-grid.tsx';

export const metadata: Metadata = {
  title: 'Topics',
  description: 'What each guest speaks about, and how much.',
};

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

async function openCell(engine: Engine, parameters: Awaited<Props['searchParams']>) {
  const { topic: slug, guest, ep } = parameters;
  if (typeof slug !== 'string' || typeof guest !== 'string') return null;
  const named = cellIn(await engine.topics(), { topic: slug, guest, episode: Number(ep) });
  const transcript = named === null ? null : await engine.transcript(named.cell.episode);
  if (named === null || transcript === null) return null;
  const { topic, cell } = named;
  const { company, number } = transcript;
  return {
    topic: topic.name,
    guest: cell.guest,
    company,
    episode: number,
    spoken: spokenIn(cell, transcript),
    inferred: cell.inferred,
  };
}

/** What the guests speak about. `topic`, `guest` and `ep` in the address open one cell of the grid. */
export default async function TopicsPage({ searchParams }: Props) {
  const opened = await openedEngine();
  if ('problem' in opened) return <Unavailable problem={opened.problem} />;
  const topics = await opened.engine.topics();
  const cell = await openCell(opened.engine, await searchParams);
  return (
    <main id="main" className="mx-auto w-full max-w-[82rem] grow px-4 pt-10 pb-24 sm:px-6">
      <h1 className="text-title font-bold tracking-tight">Topics</h1>
      {topics.length === 0 ? (
        <p className="mt-2 max-w-[65ch] text-soft">
          No topics are known for these transcripts: they have no enrichment.
        </p>
      ) : (
        <>
          <p className="mt-2 mb-6 max-w-[65ch] text-soft">
            How many words each guest spends on each topic. Open a cell to read them.
            {topics.some(({ cells }) => cells.some(({ inferred }) => inferred)) &&
              ' About episodes marked ≈ nobody has written topics down: they are inferred from the passages most like theirs, and may be wrong or missing.'}
          </p>
          <TopicGrid topics={topics} />
        </>
      )}
      {cell !== null && <SpokenDialog {...cell} />}
    </main>
  );
}
