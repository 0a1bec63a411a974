import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { addTranscripts, removeEpisode } from '../../lib/change-shelf.ts';
import type { Config } from '../../lib/config.ts';
import { readEpisodes } from '../../lib/read-shelf.ts';
import { findShelfFiles } from '../../lib/shelf-files.ts';
import { temporaryFolder } from '../index/temporary-folder.ts';
import { interview, smallShelf } from '../fixtures/small-shelf.ts';

async function fileOf(text: string, name = 'new.txt'): Promise<string> {
  const file = path.join(await temporaryFolder(), name);
  await writeFile(file, text);
  return file;
}

async function shelfOf(config: Config): Promise<string[]> {
  const episodes = await readEpisodes(await findShelfFiles(config));
  return episodes.map(({ number, title }) => `${number} ${title}`);
}

const anna = '1 Anna Almond, Founder of Treeline';
const bob = '2 Bob Birch, Founder of Sapling';
const cleo = '3 Cleo Cedar, Founder of Barkly';
const cleoText = interview(3, 'Cleo Cedar', 'Barkly', 'bird houses');

describe('adding transcripts', () => {
  it('copies a new one, and the same one twice changes nothing', async () => {
    const config = await smallShelf();
    const file = await fileOf(cleoText);
    const change = { number: 3, title: 'Cleo Cedar, Founder of Barkly' };
    expect(await addTranscripts(config, [file])).toEqual([{ change: 'added', ...change }]);
    expect(await shelfOf(config)).toEqual([anna, bob, cleo]);
    expect(await readFile(path.join(config.addedFolder, 'new.txt'), 'utf8')).toBe(cleoText);

    const before = await readdir(config.addedFolder);
    expect(await addTranscripts(config, [file])).toEqual([{ change: 'unchanged', ...change }]);
    expect(await addTranscripts(config, [await fileOf(cleoText, 'other-name.txt')])).toEqual([
      { change: 'unchanged', ...change },
    ]);
    expect(await readdir(config.addedFolder)).toEqual(before);
  });

  it('puts a changed one in the place of its old self, under the old name or another', async () => {
    const config = await smallShelf();
    await addTranscripts(config, [await fileOf(cleoText)]);
    const changed = cleoText.replace('gardener', 'carpenter');
    expect(await addTranscripts(config, [await fileOf(changed)])).toMatchObject([{ change: 'replaced' }]);
    const again = changed.replace('carpenter', 'baker');
    expect(await addTranscripts(config, [await fileOf(again, 'cleo.txt')])).toMatchObject([
      { change: 'replaced' },
    ]);
    const episodes = await readEpisodes(await findShelfFiles(config));
    expect(episodes.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(episodes[2]?.text).toContain('baker');
  });

  it('lets an added transcript stand in for one of the shelf itself, whose file stays', async () => {
    const config = await smallShelf();
    const own = path.join(config.transcriptsFolder, 'two.txt');
    const text = await readFile(own, 'utf8');
    const corrected = interview(2, 'Bob Birch', 'Sapling', 'copper cans');
    expect(await addTranscripts(config, [await fileOf(corrected)])).toMatchObject([{ change: 'replaced' }]);
    expect((await readEpisodes(await findShelfFiles(config)))[1]?.text).toContain('copper cans');
    expect(await readFile(own, 'utf8')).toBe(text);

    await addTranscripts(config, [own]);
    expect((await readEpisodes(await findShelfFiles(config)))[1]?.text).toContain('watering cans');
  });

  it('refuses another episode under a number that is taken, naming both, and writes nothing', async () => {
    const config = await smallShelf();
    const file = await fileOf(interview(2, 'Zoe Zelkova', 'Acorn', 'swings'));
    await expect(addTranscripts(config, [await fileOf(cleoText), file])).rejects.toThrow(
      `brings “Zoe Zelkova, Founder of Acorn” as episode 2, which is “Bob Birch, Founder of Sapling” from two.txt on the shelf. Change its number, or run \`npm run ingest -- --remove 2\` first.`,
    );
    expect(await shelfOf(config)).toEqual([anna, bob]);

    await removeEpisode(config, 2);
    await addTranscripts(config, [file]);
    expect(await shelfOf(config)).toEqual([anna, '2 Zoe Zelkova, Founder of Acorn']);
  });

  it('keeps two transcripts apart that have the same file name', async () => {
    const config = await smallShelf();
    await addTranscripts(config, [await fileOf(cleoText)]);
    await addTranscripts(config, [await fileOf(interview(4, 'Dora Dogwood', 'Rootly', 'spades'))]);
    expect(await shelfOf(config)).toEqual([anna, bob, cleo, '4 Dora Dogwood, Founder of Rootly']);
    expect((await readdir(config.addedFolder)).sort()).toEqual(['new-b.txt', 'new.txt', 'shelf.json']);
  });

  it('tells of an episode that a changed file does not have any more', async () => {
    const config = await smallShelf();
    const dora = interview(4, 'Dora Dogwood', 'Rootly', 'spades');
    await addTranscripts(config, [await fileOf(`${cleoText}\n\n\n${dora}`)]);
    expect(await addTranscripts(config, [await fileOf(dora)])).toMatchObject([
      { change: 'removed', number: 3 },
      { change: 'replaced', number: 4 },
    ]);
  });

  it('changes nothing on a dry run', async () => {
    const config = await smallShelf();
    expect(await addTranscripts(config, [await fileOf(cleoText)], { dryRun: true })).toMatchObject([
      { change: 'added' },
    ]);
    expect(await removeEpisode(config, 1, { dryRun: true })).toMatchObject({ change: 'removed' });
    expect(await shelfOf(config)).toEqual([anna, bob]);
  });
});

describe('removing an episode', () => {
  it('takes it off the shelf until it is added again', async () => {
    const config = await smallShelf();
    expect(await removeEpisode(config, 1)).toEqual({
      change: 'removed',
      number: 1,
      title: 'Anna Almond, Founder of Treeline',
    });
    expect(await shelfOf(config)).toEqual([bob]);
    await expect(removeEpisode(config, 1)).rejects.toThrow('There is no episode 1 on the shelf. It has 2.');
    await addTranscripts(config, [path.join(config.transcriptsFolder, 'two.txt')]);
    expect(await shelfOf(config)).toEqual([anna, bob]);
  });

  it('says which file is wrong where the list of changes cannot be read', async () => {
    const config = await smallShelf();
    await removeEpisode(config, 1);
    await writeFile(path.join(config.addedFolder, 'shelf.json'), '{"added":');
    await expect(shelfOf(config)).rejects.toThrow(/shelf\.json does not say .* Mend it, or delete it/);
  });
});
