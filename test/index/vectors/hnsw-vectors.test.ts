import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { buildGraph } from '../../../index/vectors/hnsw-build.ts';
import { HnswGraph } from '../../../index/vectors/hnsw-graph.ts';
import { HnswVectors } from '../../../index/vectors/hnsw-vectors.ts';
import { QuantisedVectors } from '../../../index/vectors/quantised-vectors.ts';
import type { VectorTable } from '../../../index/vectors/vector-table.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { clusteredTable, vectorIndexContract } from './vector-index.contract.ts';

async function graphOf(table: VectorTable): Promise<HnswGraph> {
  const graph = await buildGraph(table, { scratch: path.join(await temporaryFolder(), 'scratch') });
  if (!graph) throw new Error('hnswlib-node is not installed');
  return graph;
}

function bytesOf(graph: HnswGraph): Buffer {
  return Buffer.concat([...graph.bytes()]);
}

vectorIndexContract('hnsw', async (table, groups) => {
  const graph = HnswGraph.fromBytes(bytesOf(await graphOf(table)));
  return new HnswVectors(graph, QuantisedVectors.from(table), table, groups);
});

it('makes the same graph of the same vectors, and leaves no file behind', async () => {
  const folder = await temporaryFolder();
  const table = clusteredTable(2000, 16, 4);
  const made = await buildGraph(table, { scratch: path.join(folder, 'scratch') });
  expect(made && bytesOf(made).equals(bytesOf(await graphOf(table)))).toBe(true);
  expect(made?.levels.length).toBeGreaterThan(2);
  expect(await readdir(folder)).toEqual([]);
});

it('reads back what it wrote, also from bytes that start anywhere', async () => {
  const bytes = bytesOf(await graphOf(clusteredTable(300, 8, 4)));
  const shifted = Buffer.concat([Buffer.alloc(1), bytes]).subarray(1);
  expect(bytesOf(HnswGraph.fromBytes(shifted)).equals(bytes)).toBe(true);
});

it('refuses the graph of another table, and one that is cut off', async () => {
  const graph = await graphOf(clusteredTable(20, 4, 2));
  const other = clusteredTable(21, 4, 2);
  expect(() => new HnswVectors(graph, QuantisedVectors.from(other), other)).toThrow(RangeError);
  expect(() => HnswGraph.fromBytes(bytesOf(graph).subarray(0, -4))).toThrow(RangeError);
});

it('stops when it is told to', async () => {
  const scratch = path.join(await temporaryFolder(), 'scratch');
  const stop = new AbortController();
  const onProgress = (done: number): void => {
    if (done > 0) stop.abort(new Error('stopped'));
  };
  const build = buildGraph(clusteredTable(3000, 8, 4), { scratch, onProgress, signal: stop.signal });
  await expect(build).rejects.toThrow('stopped');
});
