import Link from 'next/link';
import type { EpisodeSummary } from '../../lib/engine.ts';

function Neighbour({ episode, way }: { episode: EpisodeSummary | undefined; way: 'Previous' | 'Next' }) {
  if (episode === undefined) return <span />;
  return (
    <Link
      href={`/episodes/${episode.number}`}
      rel={way === 'Next' ? 'next' : 'prev'}
      className={`group block ${way === 'Next' ? 'text-right' : ''}`}
    >
      <span className="block text-small text-soft">
        {way}: episode {episode.number}
      </span>
      <span className="font-semibold group-hover:underline">{episode.title}</span>
    </Link>
  );
}

/** The ways to the episode before and the one after. */
export function Neighbours({ episodes, current }: { episodes: readonly EpisodeSummary[]; current: number }) {
  const order = episodes.toSorted((a, b) => a.number - b.number);
  const at = order.findIndex(({ number }) => number === current);
  return (
    <nav
      aria-label="Other episodes"
      className="mt-4 grid max-w-[66ch] grid-cols-2 gap-6 border-t border-line pt-6"
    >
      <Neighbour episode={order[at - 1]} way="Previous" />
      <Neighbour episode={order[at + 1]} way="Next" />
    </nav>
  );
}
