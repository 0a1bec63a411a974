import type { Episode } from '../../ingest/episode.ts';
import type { Passage } from '../../ingest/passage.ts';
import type { WordUse } from '../passage-index.ts';
import { words } from '../words.ts';
import { Capitals } from './capitals.ts';
import { contextOf } from './context.ts';

/** How episodes and their passages use each word; what people asked does not count: they misspell what they ask. */
export function wordUsesOf(episodes: readonly Episode[], passages: readonly Passage[]): Map<string, WordUse> {
  const uses = new Map<string, WordUse>();
  const useOf = (word: string): WordUse => {
    const use = uses.get(word) ?? { passages: 0, small: 0, capital: 0 };
    uses.set(word, use);
    return use;
  };
  for (const passage of passages) {
    const { enrichment } = passage;
    const wellSpelt = contextOf({ ...passage, enrichment: enrichment && { ...enrichment, asked: [] } });
    for (const word of new Set(words(`${passage.text}\n${wellSpelt}`))) useOf(word).passages++;
  }
  for (const episode of episodes) {
    for (const [word, { small, capital }] of new Capitals(episode).mentions()) {
      const use = useOf(word);
      use.small += small;
      use.capital += capital;
    }
  }
  return uses;
}

/** Adds the uses of some episodes to those of others. */
export function addUses(uses: Map<string, WordUse>, more: ReadonlyMap<string, WordUse>): void {
  for (const [word, { passages, small, capital }] of more) {
    const use = uses.get(word) ?? { passages: 0, small: 0, capital: 0 };
    uses.set(word, {
      passages: use.passages + passages,
      small: use.small + small,
      capital: use.capital + capital,
    });
  }
}
