import path from 'node:path';
import { expect, it } from 'vitest';
import { HnswVectors } from '../../index/hnsw-vectors.ts';
import type { VectorTable } from '../../index/vector-table.ts';
import { describeFile } from '../../index/manifest.ts';
import { clusteredTable, vectorIndexContract } from './vector-index.contract.ts';
import { temporaryFolder } from './temporary-folder.ts';

async function writeAndOpen(table: VectorTable): Promise<HnswVectors> {
  const file = path.join(await temporaryFolder(), 'vectors.hnsw');
  if (!(await HnswVectors.write(table, file))) throw new Error('hnswlib-node is not installed');
  const opened = await HnswVectors.open(file, table);
  if (!opened) throw new Error('hnswlib-node is not installed');
  return opened;
}

vectorIndexContract('hnsw', writeAndOpen);

it('makes the same file of the same vectors', async () => {
  const folder = await temporaryFolder();
  const files = ['one', 'two'].map((name) => path.join(folder, name));
  const table = clusteredTable(200, 16, 4);
  for (const file of files) await HnswVectors.write(table, file);
  const [one, two] = await Promise.all(files.map(describeFile));
  expect(one).toEqual(two);
});

it('refuses the graph of another table', async () => {
  const file = path.join(await temporaryFolder(), 'vectors.hnsw');
  await HnswVectors.write(clusteredTable(20, 4, 2), file);
  await expect(HnswVectors.open(file, clusteredTable(21, 4, 2))).rejects.toThrow(RangeError);
});
