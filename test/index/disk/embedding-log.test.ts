import { appendFile, readdir, readFile, stat, truncate } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildIndex } from '../../../index/build-index.ts';
import { EmbeddingLog } from '../../../index/disk/embedding-log.ts';
import { HashingEmbedder } from '../hashing-embedder.ts';
import { longShelf } from '../sample-shelf.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const texts = ['one', 'two\0', 'three \ud800'];

async function filled(folder: string, embedder: HashingEmbedder): Promise<string> {
  const log = await EmbeddingLog.open(folder, embedder);
  await log.append(
    texts,
    texts.map((text) => embedder.vector(text)),
  );
  await log.close();
  return path.join(folder, 'embeddings.log');
}

async function known(folder: string, embedder: HashingEmbedder): Promise<(Float32Array | undefined)[]> {
  const log = await EmbeddingLog.open(folder, embedder);
  const found = await log.find([...texts, 'four']);
  await log.close();
  return found;
}

describe('the log of embeddings', () => {
  it('gives back what was written', async () => {
    const [folder, embedder] = [await temporaryFolder(), new HashingEmbedder()];
    await filled(folder, embedder);
    expect(await known(folder, embedder)).toEqual([...texts.map((text) => embedder.vector(text)), undefined]);
  });

  it.each([1, 60, 151, 152, 303])(
    'cut off %i bytes before its end, gives back what is whole, and goes on',
    async (cut) => {
      const [folder, embedder] = [await temporaryFolder(), new HashingEmbedder()];
      const file = await filled(folder, embedder);
      await truncate(file, (await stat(file)).size - cut);
      const whole = 3 - Math.ceil(cut / 152);
      expect((await known(folder, embedder)).filter((vector) => vector)).toHaveLength(whole);
      await filled(folder, embedder);
      expect(await known(folder, embedder)).toEqual([
        ...texts.map((text) => embedder.vector(text)),
        undefined,
      ]);
    },
  );

  it('gives back no vector that was damaged, and none of another model', async () => {
    const [folder, embedder] = [await temporaryFolder(), new HashingEmbedder()];
    const file = await filled(folder, embedder);
    await appendFile(file, Buffer.alloc(152, 7));
    expect((await known(folder, embedder)).filter((vector) => vector)).toHaveLength(3);
    expect(await known(folder, new HashingEmbedder('hashing', 32, 'two'))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect((await readFile(file)).length).toBeLessThan(40);
  });

  it('lets a build go on where one was stopped, and is gone when it is done', async () => {
    const folder = await temporaryFolder();
    const embedder = new HashingEmbedder();
    const stop = new AbortController();
    const request = { ...longShelf(300), embedder, folder, sources: 'any' };
    const stopped = buildIndex({
      ...request,
      signal: stop.signal,
      onProgress: ({ done }) => {
        if (done > 100) stop.abort(new Error('stopped'));
      },
    });
    await expect(stopped).rejects.toThrow('stopped');
    const before = embedder.embedded.length;
    expect(before).toBeGreaterThan(100);
    expect(before).toBeLessThan(300);
    await buildIndex(request);
    expect(embedder.embedded).toHaveLength(300);
    expect((await readdir(folder)).filter((name) => name.includes('embeddings'))).toEqual([]);
  });
});
