import { expect, it } from 'vitest';
import { buildIndex } from '../../index/build-index.ts';
import { openPassageIndex } from '../../index/open-index.ts';
import { HashingEmbedder } from './hashing-embedder.ts';
import { passageIndexContract } from './passage-index.contract.ts';
import { longShelf, sampleShelf } from './sample-shelf.ts';
import { temporaryFolder } from './temporary-folder.ts';

passageIndexContract('embedded', async ({ episodes, passages, embedder }) => {
  const folder = await temporaryFolder();
  await buildIndex({ episodes, passages, embedder, folder, sources: 'sample' });
  return openPassageIndex(folder, embedder);
});

it('walks a graph where there are many vectors, and compares one by one where there are few', async () => {
  const embedder = new HashingEmbedder();
  for (const [shelf, driver] of [
    [longShelf(1100), 'hnsw'],
    [sampleShelf(), 'exact'],
  ] as const) {
    const folder = await temporaryFolder();
    await buildIndex({ ...shelf, embedder, folder, sources: 'any', fewestForGraph: 1000 });
    const index = await openPassageIndex(folder, embedder);
    expect(index.vectorDriver).toBe(driver);
    await index.close();
  }
});
