import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { addedFolderOf, configOf, layOut } from '../../bench/corpus.ts';
import { buildShelf } from '../../lib/build-shelf.ts';
import { interview } from '../fixtures/small-shelf.ts';
import { temporaryFolder } from '../index/temporary-folder.ts';

it('lays out as many transcripts of any folders as are asked for, numbered anew, and one to be added', async () => {
  const corpus = await temporaryFolder();
  for (const show of ['one', 'two']) {
    await mkdir(path.join(corpus, show));
    for (let number = 1; number <= 6; number++) {
      // Both shows number theirs from 1.
      await writeFile(
        path.join(corpus, show, `${number}.txt`),
        interview(number, 'Ann Ash', 'Leafy', 'trees'),
      );
    }
  }
  const folder = path.join(await temporaryFolder(), 'size');
  expect(await layOut(corpus, 13, folder)).toBeNull();
  expect(await layOut(corpus, 3, folder)).toBe(3);
  expect(await readdir(path.join(folder, 'transcripts'))).toEqual([
    'episode-00001.txt',
    'episode-00002.txt',
    'episode-00003.txt',
  ]);
  expect(await readdir(addedFolderOf(folder))).toEqual(['episode-00004.txt']);
  expect(configOf(folder).indexFolder).toBe(path.join(folder, 'data/index'));
  const { manifest } = await buildShelf(configOf(folder));
  expect(manifest.counts.episodes).toBe(3);
});
