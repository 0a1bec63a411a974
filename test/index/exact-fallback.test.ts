import { expect, it, vi } from 'vitest';
import { buildIndex } from '../../index/build-index.ts';
import { openPassageIndex } from '../../index/open-index.ts';
import { passageIndexContract } from './passage-index.contract.ts';
import { HashingEmbedder } from './hashing-embedder.ts';
import { longShelf } from './sample-shelf.ts';
import { temporaryFolder } from './temporary-folder.ts';

// As where no compiler was at hand when the optional dependency was installed. A factory that throws is wrapped in an
// error of vitest's own; a module whose export throws is not.
vi.mock('hnswlib-node', () => ({
  get default(): never {
    throw Object.assign(new Error("Cannot find package 'hnswlib-node'"), { code: 'ERR_MODULE_NOT_FOUND' });
  },
}));

passageIndexContract('embedded without hnswlib-node', async ({ episodes, passages, embedder }) => {
  const folder = await temporaryFolder();
  await buildIndex({ episodes, passages, embedder, folder, sources: 'sample' });
  return openPassageIndex(folder, embedder);
});

it('searches exactly, says so, and writes no graphs, however much there is', async () => {
  const folder = await temporaryFolder();
  const embedder = new HashingEmbedder();
  const { files } = await buildIndex({ ...longShelf(1100), embedder, folder, sources: 'long' });
  expect(Object.keys(files).filter((name) => name.endsWith('.hnsw'))).toEqual([]);
  const index = await openPassageIndex(folder, embedder);
  expect(index.vectorDriver).toBe('exact');
  await index.close();
});
