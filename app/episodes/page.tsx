import type { Metadata } from 'next';
import Link from 'next/link';
import type { EpisodeSummary } from '../../lib/engine.ts';
import { openedEngine } from '../server/engine.ts';
import { Portrait } from '../ui/portrait.tsx';
import { Unavailable } from '../ui/unavailable.tsx';

export const metadata: Metadata = {
  title: 'Episodes',
  description: 'The interviews on this shelf, each with its whole transcript.',
};

function about({ guests, company, kind, minutes, sections: { length } }: EpisodeSummary): string {
  const facts = [
    guests.join(', '),
    company,
    kind === 'description' ? 'description only' : `about ${minutes} min`,
    kind === 'description' ? null : `${length} ${length === 1 ? 'section' : 'sections'}`,
  ];
  return facts.filter((fact) => fact !== null && fact !== '').join(' · ');
}

export default async function EpisodesPage() {
  const opened = await openedEngine();
  if ('problem' in opened) return <Unavailable problem={opened.problem} />;
  const episodes = (await opened.engine.episodes()).toSorted((a, b) => b.number - a.number);
  return (
    <main id="main" className="mx-auto w-full max-w-[60rem] grow px-4 pt-10 pb-24 sm:px-6">
      <h1 className="text-title font-bold tracking-tight">Episodes</h1>
      <p className="mt-2 text-soft">
        {episodes.length} on the shelf. Every answer comes from these words and no others.
      </p>
      <ol className="mt-8 divide-y divide-line border-y border-line">
        {episodes.map((episode) => (
          <li key={episode.number} className="group relative flex gap-4 py-4 sm:gap-6">
            <span className="w-8 shrink-0 pt-px text-right text-soft tabular-nums sm:pt-2">
              {episode.number}
            </span>
            <span className="max-sm:hidden">
              <Portrait name={episode.guests[0] ?? episode.title} />
            </span>
            <div className="min-w-0">
              <h2 className="font-semibold text-balance">
                <Link
                  href={`/episodes/${episode.number}`}
                  prefetch={false}
                  className="group-hover:underline group-hover:underline-offset-4 after:absolute after:inset-0"
                >
                  {episode.title}
                </Link>
              </h2>
              <p className="mt-0.5 text-small text-soft">{about(episode)}</p>
            </div>
          </li>
        ))}
      </ol>
    </main>
  );
}
