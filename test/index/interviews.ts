import type { IndexStore } from '../../index/index-store.ts';
import type { Manifest, PassageIndex } from '../../index/passage-index.ts';
import type { Episode } from '../../ingest/episode.ts';
import type { Passage } from '../../ingest/passage.ts';
import { HashingEmbedder } from './hashing-embedder.ts';
import { episodeOf } from './sample-shelf.ts';

export interface Made {
  episode: Episode;
  passages: Passage[];
}

const topics = ['pricing', 'hiring', 'licences', 'community', 'funding', 'support', 'security', 'growth'];

/** An interview of some passages about topics that its number and edition choose. */
export function interview(number: number, size: number, edition = 'first'): Made {
  return episodeOf(
    number,
    'Story',
    Array.from({ length: size }, (_, i) => ({
      speaker: i % 2 === 0 ? 'Hanna Host' : `Guest ${number}`,
      role: i % 2 === 0 ? ('host' as const) : ('guest' as const),
      text: `In the ${edition} edition, remark ${i} of ${number} is about ${topics[(number * 3 + i) % 8] ?? ''} and ${topics[(number + i * i) % 8] ?? ''}.`,
      enrichment:
        i % 3 === 1
          ? {
              questions: [`What was said about ${topics[(number * 3 + i) % 8] ?? ''} in ${number}?`],
              plain: [],
              gist: 'Something was said.',
              topics: [],
              points: [],
              themes: [],
              asked: [],
              untold: [],
            }
          : undefined,
    })),
  );
}

/** Builds a generation of these, and of what the one before has under the other numbers. */
export function build(
  store: IndexStore,
  made: readonly Made[],
  unchanged: readonly number[] = [],
  embedder = new HashingEmbedder(),
): Promise<Manifest> {
  return store.build({
    episodes: made.map(({ episode }) => episode),
    passages: made.flatMap(({ passages }) => passages),
    unchanged: new Set(unchanged),
    embedder,
    sources: 'any',
  });
}

/** What a search finds, told by places instead of ids, which differ from build to build. */
export async function found(
  index: PassageIndex,
  embedder: HashingEmbedder,
  question: string,
): Promise<unknown[]> {
  const candidates = await index.candidates({
    terms: question.split(' '),
    vector: embedder.vector(question),
    limit: 200,
  });
  const passages = await index.passages(candidates.map(({ id }) => id));
  return candidates
    .map(({ scores, nearestQuestion, votes }, i) => {
      const place = `${passages[i]?.episode ?? ''}.${passages[i]?.position ?? ''}`;
      return {
        place,
        nearestQuestion,
        // By rounded cosines in files, by exact ones in a database.
        votes: votes.map((vote) => vote.toFixed(1)),
        scores: Object.entries(scores).map(([view, score]) => `${view} ${score.toFixed(4)}`),
      };
    })
    .sort((a, b) => (a.place < b.place ? -1 : 1));
}
