import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { transcriptFiles } from '../../ingest/read-transcripts.ts';
import { temporaryFolder } from '../index/temporary-folder.ts';

describe('the transcripts of a folder', () => {
  it('are its files of a known ending, in order, without what is written about the folder', async () => {
    const folder = await temporaryFolder();
    const names = [
      ...['b.txt', 'a.md', 'c.VTT', 'd.srt', 'e.json', 'readmeister.txt'],
      ...['README.md', 'readme.txt', 'LICENSE.txt', 'notes.bin', '.f.txt', '~$g.txt'],
    ];
    for (const name of names) await writeFile(path.join(folder, name), 'x');
    const found = await transcriptFiles([folder]);
    expect(found.map((file) => path.basename(file))).toEqual([
      ...['a.md', 'b.txt', 'c.VTT', 'd.srt', 'e.json', 'readmeister.txt'],
    ]);
  });

  it('are read whatever their name where they are named', async () => {
    const file = path.join(await temporaryFolder(), 'README.md');
    await writeFile(file, 'x');
    expect(await transcriptFiles([file])).toEqual([file]);
  });
});
