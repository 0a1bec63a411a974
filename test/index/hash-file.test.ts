import { appendFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { describeFile, readInto } from '../../index/hash-file.ts';
import { sha256 } from '../../index/manifest.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** From nothing to more pieces than are read at once, and more than a thread is worth. */
it.each([0, 1, 1 << 20, (1 << 20) + 1, (18 << 20) + 5])('reads and hashes %i bytes', async (length) => {
  const file = path.join(await temporaryFolder(), 'file');
  const content = Uint8Array.from({ length }, (_, i) => (i * 31 + (i >> 9)) % 251);
  await writeFile(file, content);
  const described = { bytes: length, sha256: sha256(content) };
  expect(await describeFile(file)).toEqual(described);
  for (const memory of [new ArrayBuffer(length + 3), new SharedArrayBuffer(length + 3)]) {
    const room = new Uint8Array(memory, 3);
    expect(await readInto(file, room)).toEqual(described);
    expect(Buffer.compare(room, content)).toBe(0);
  }
  await appendFile(file, 'x');
  expect(await readInto(file, new Uint8Array(length))).toEqual({ bytes: length + 1, sha256: null });
  await rm(file);
  await expect(readInto(file, new Uint8Array(length))).rejects.toThrow('ENOENT');
});
