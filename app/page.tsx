import { Chat } from './chat/chat.tsx';
import { engine } from './server/engine.ts';

export const dynamic = 'force-dynamic';

export default async function AskPage() {
  const answerer = await engine();
  const [starters, episodes] = await Promise.all([answerer.starters(), answerer.episodes()]);
  const guests = episodes
    .toSorted((a, b) => b.number - a.number)
    .flatMap(({ number, guests, company }) => guests.map((name) => ({ name, company, episode: number })));
  return (
    <main id="main" className="flex grow flex-col">
      <Chat starters={starters} guests={guests} episodes={episodes.length} />
    </main>
  );
}
