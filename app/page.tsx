import type { Metadata } from 'next';
import { Ask } from './chat/ask.tsx';
import { titleOf } from './chat/page-title.ts';
import { openedEngine } from './server/engine.ts';
import { guestsOf } from './server/guests.ts';
import { Unavailable } from './ui/unavailable.tsx';

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** A shared question is named by itself. */
export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const question = [(await searchParams).q ?? ''].flat()[0]?.trim() ?? '';
  if (question === '') return {};
  return {
    title: { absolute: titleOf(question) },
    description: 'The guests’ own words on this question, each quote checked against its transcript.',
  };
}

export default async function AskPage() {
  const opened = await openedEngine();
  if ('problem' in opened) return <Unavailable problem={opened.problem} />;
  const { engine } = opened;
  const [starters, episodes] = await Promise.all([engine.starters(), engine.episodes()]);
  return (
    <main id="main" className="flex grow flex-col">
      <Ask starters={starters} guests={guestsOf(episodes)} episodes={episodes.length} />
    </main>
  );
}
