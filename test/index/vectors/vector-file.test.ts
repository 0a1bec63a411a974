import { readFile, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { rowSums, VectorFile, vectorFile } from '../../../index/vectors/vector-file.ts';
import type { VectorTable } from '../../../index/vectors/vector-table.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { clusteredTable } from './vector-index.contract.ts';

async function written(
  table: VectorTable,
  bytesKept?: number,
): Promise<{ file: string; opened: VectorFile }> {
  const file = path.join(await temporaryFolder(), 'vectors.f32');
  await writeFile(file, vectorFile(table));
  const opened = new VectorFile(file, rowSums(table), table.dimensions, bytesKept);
  onTestFinished(() => {
    opened.close();
  });
  return { file, opened };
}

it('reads every row back', async () => {
  const table = clusteredTable(5000, 5, 3);
  const { opened } = await written(table);
  expect(opened.size).toBe(5000);
  for (const row of [0, 1, 4095, 4096, 4999]) expect(opened.at(row)).toEqual(table.at(row));
  for (const row of [-1, 5000, 0.5]) expect(() => opened.at(row)).toThrow(RangeError);
});

it('tells a row with any one bit changed, and one that is cut off', async () => {
  const { file, opened } = await written(clusteredTable(3, 4, 2));
  const bytes = await readFile(file);
  for (let bit = 0; bit < 128; bit++) {
    const changed = Buffer.from(bytes);
    changed.writeUInt8(changed.readUInt8(16 + (bit >> 3)) ^ (1 << (bit & 7)), 16 + (bit >> 3));
    await writeFile(file, changed);
    expect(() => opened.at(1)).toThrow(expect.objectContaining({ code: 'index-damaged' }));
    expect(opened.at(0)).toHaveLength(4);
  }
  await truncate(file, 40);
  expect(() => opened.at(2)).toThrow(/is not what was written at vector 2/);
});

it('keeps those read last in memory, and no more than it may', async () => {
  const table = clusteredTable(4, 4, 2);
  const { file, opened } = await written(table, 32);
  for (const row of [0, 1, 2]) expect(opened.at(row)).toEqual(table.at(row));
  await truncate(file, 0);
  for (const row of [1, 2]) expect(opened.at(row)).toEqual(table.at(row));
  expect(() => opened.at(0)).toThrow(expect.objectContaining({ code: 'index-damaged' }));
});

it('says which file is not there', () => {
  expect(() => new VectorFile('/nonexistent/vectors.f32', new Uint32Array(1), 2)).toThrow(
    /The index is damaged: \/nonexistent\/vectors.f32 cannot be read/,
  );
});
