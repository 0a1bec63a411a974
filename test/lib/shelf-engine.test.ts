import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { buildIndex } from '../../index/build-index.ts';
import { FolderStore } from '../../index/folder-store.ts';
import { LiveIndex } from '../../index/live-index.ts';
import { LiveShelf } from '../../lib/live-shelf.ts';
import { ShelfEngine } from '../../lib/shelf-engine.ts';
import { HashingEmbedder } from '../index/hashing-embedder.ts';
import { sampleShelf } from '../index/sample-shelf.ts';
import { temporaryFolder } from '../index/temporary-folder.ts';

/** Takes its time, and notes what is asked of it and how many wait for it at once. */
class SlowEmbedder extends HashingEmbedder {
  readonly asked: string[] = [];
  most = 0;
  private waiting = 0;

  override async embed(texts: readonly string[]): Promise<Float32Array[]> {
    this.asked.push(...texts);
    this.most = Math.max(this.most, ++this.waiting);
    await nextTurn();
    this.waiting--;
    return super.embed(texts);
  }
}

it('works on eight questions at once, on the others in their turn, and on none that nobody waits for', async () => {
  const folder = await temporaryFolder();
  const embedder = new SlowEmbedder();
  await buildIndex({ ...sampleShelf(), embedder, folder, sources: 'sample' });
  const onProblem = (error: unknown): never => {
    throw error;
  };
  const live = new LiveShelf(await LiveIndex.open(new FolderStore(folder), embedder, { onProblem }));
  const engine = new ShelfEngine({ live, embedder, writer: null, onProblem });
  await engine.answer({ question: 'What do founders say about pricing?' });
  [embedder.most, embedder.asked.length] = [0, 0];

  const leaving = new AbortController();
  const crowd = Array.from({ length: 30 }, (_, i) =>
    engine.answer({ question: `What is said about pricing by ${i}?` }),
  );
  const left = engine.answer({ question: 'What is said about leaving?' }, leaving.signal);
  leaving.abort();
  await expect(left).rejects.toThrow('aborted');
  await Promise.all(crowd);

  expect(embedder.most).toBe(8);
  const begun = [...new Set(embedder.asked.flatMap((text) => /by (\d+)/.exec(text)?.[1] ?? []))];
  // The first may have to look whether there is a newer index before it takes its turn.
  expect(begun.filter((i) => i !== '0')).toEqual(Array.from({ length: 29 }, (_, i) => String(i + 1)));
  expect(embedder.asked.some((text) => text.includes('leaving'))).toBe(false);
  await engine.close();
});
