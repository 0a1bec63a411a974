import { describe, expect, it, onTestFinished } from 'vitest';
import type { IndexStore } from '../../../index/index-store.ts';
import { HashingEmbedder } from '../hashing-embedder.ts';
import { build } from '../interviews.ts';
import { topicInterview } from './topic-interview.ts';

const embedder = new HashingEmbedder();

/** What every store does about the topics of episodes that nobody wrote about. */
export function inferredTopicsContract(driver: string, makeStore: () => Promise<IndexStore>): void {
  describe(`Inferred topics: ${driver}`, () => {
    async function topicsOf(store: IndexStore, episode: number): Promise<(string | undefined)[]> {
      const index = await store.open(await store.current(), embedder);
      onTestFinished(() => index.close());
      const passages = await index.passages(await index.passageIds(episode));
      for (const { role, text, inferredTopics } of passages) {
        if (role === 'host' || text === 'A price.') expect(inferredTopics).toBeUndefined();
      }
      return passages
        .filter(({ role, text }) => role === 'guest' && text !== 'A price.')
        .map(({ inferredTopics }) => inferredTopics?.join());
    }
    const written = [
      topicInterview(4, true, ['pricing', 'hiring']),
      topicInterview(5, true, ['hiring', 'pricing']),
    ];
    const bare = topicInterview(3, false, ['hiring', 'gardens', 'pricing']);
    const expected = ['hiring', undefined, 'pricing'].flatMap((topic) => Array<typeof topic>(6).fill(topic));

    it('are those of what is near, and none where nothing is', async () => {
      const store = await makeStore();
      await build(store, [bare, ...written]);
      expect(await topicsOf(store, 3)).toEqual(expected);
      expect(await topicsOf(store, 5)).toEqual(Array(12).fill(undefined));
    });

    it('are found for an episode that is added later, from what was there', async () => {
      const store = await makeStore();
      await build(store, written);
      await build(store, [bare], [4, 5]);
      expect(await topicsOf(store, 3)).toEqual(expected);
    });

    it('go when readers write about the episode, or its neighbours are taken off and it is read anew', async () => {
      const store = await makeStore();
      await build(store, [...written, bare]);
      await build(store, [topicInterview(3, true, ['gardens'])], [4, 5]);
      expect(await topicsOf(store, 3)).toEqual(Array(6).fill(undefined));
      await build(store, [bare]);
      expect(await topicsOf(store, 3)).toEqual(Array(18).fill(undefined));
    });
  });
}
