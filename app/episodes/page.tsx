import type { Metadata } from 'next';
import Link from 'next/link';
import { engine } from '../server/engine.ts';
import { Portrait } from '../ui/portrait.tsx';

export const metadata: Metadata = { title: 'Episodes' };
export const dynamic = 'force-dynamic';

export default async function EpisodesPage() {
  const episodes = (await (await engine()).episodes()).toSorted((a, b) => b.number - a.number);
  return (
    <main id="main" className="mx-auto w-full max-w-[60rem] grow px-4 pt-10 pb-24 sm:px-6">
      <h1 className="text-title font-bold tracking-tight">Episodes</h1>
      <p className="mt-2 text-soft">
        {episodes.length} on the shelf. Every answer comes from these words and no others.
      </p>
      <ol className="mt-8 divide-y divide-line border-y border-line">
        {episodes.map((episode) => (
          <li key={episode.number} className="group relative flex gap-4 py-5 sm:gap-6">
            <span className="w-8 pt-1 text-right text-soft tabular-nums">{episode.number}</span>
            <span className="max-sm:hidden">
              <Portrait name={episode.guests[0] ?? episode.title} />
            </span>
            <div className="min-w-0">
              <h2 className="font-semibold">
                <Link
                  href={`/episodes/${episode.number}`}
                  className="group-hover:underline after:absolute after:inset-0"
                >
                  {episode.title}
                </Link>
              </h2>
              <p className="mt-0.5 text-small text-soft">
                {[
                  episode.guests.join(', '),
                  episode.company,
                  episode.kind === 'description' ? 'description only' : `about ${episode.minutes} min`,
                  `${episode.sections.length} ${episode.sections.length === 1 ? 'section' : 'sections'}`,
                ]
                  .filter((part) => part !== null && part !== '')
                  .join(' · ')}
              </p>
            </div>
          </li>
        ))}
      </ol>
    </main>
  );
}
