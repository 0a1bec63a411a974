import { Ask } from './chat/ask.tsx';
import { openedEngine } from './server/engine.ts';
import { guestsOf } from './server/guests.ts';
import { Unavailable } from './ui/unavailable.tsx';

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
