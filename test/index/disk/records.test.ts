import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { RecordReader, writeRecords } from '../../../index/disk/records.ts';
import { temporaryFolder } from '../temporary-folder.ts';

it('calls a record damaged whose text is no UTF-8 any more, and goes on', async () => {
  const file = path.join(await temporaryFolder(), 'shelf.db');
  const values = ['Grüße, whole', 'Grüße, to be damaged'].map((value, id) => ({ id, value }));
  writeRecords(file, { episodes: values, passages: [], questions: [] });
  const bytes = await readFile(file);
  const at = bytes.indexOf('to be damaged');
  expect(at).toBeGreaterThan(0);
  bytes.fill(0xff, at, at + 5);
  await writeFile(file, bytes);

  const reader = new RecordReader(file);
  expect(() => reader.read('episodes', [1], z.string())).toThrow(
    expect.objectContaining({ code: 'index-damaged' }),
  );
  expect(reader.read('episodes', [0], z.string()).get(0)).toBe('Grüße, whole');
  reader.close();
});
