import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
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

/** Files of the same folder, or of others below it, with these contents. */
async function folderOf(contents: Readonly<Record<string, string>>): Promise<string> {
  const folder = await temporaryFolder();
  for (const [name, text] of Object.entries(contents)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  }
  return folder;
}

/** What somebody says who states no number and no title. */
const talkOf = (name: string, said: string): string =>
  `Hanna: What do you sell, ${name}?\n\n${name}: ${said}\n\nHanna: And then?\n\n${name}: That is all.\n`;

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

describe('numbers in the names of files', () => {
  it('are made anew where another show has them, and stay so', async () => {
    const config = await smallShelf();
    const folder = await folderOf({
      'rain/rain-talk-7.md': talkOf('Rita', 'Umbrellas, and boots.'),
      'snow/snow-talk-7.md': talkOf('Sven', 'Sledges, and skates.'),
    });
    const paths = [path.join(folder, 'rain'), path.join(folder, 'snow')];
    const added = await addTranscripts(config, paths);
    expect(added.map(({ change, title }) => `${change} ${title}`)).toEqual([
      'added Rain talk 7',
      'added Snow talk 7',
    ]);
    expect(added[0]?.number).toBe(7);
    expect(added[1]?.number).toBeGreaterThanOrEqual(100_000);
    const shelf = [anna, bob, '7 Rain talk 7', `${added[1]?.number} Snow talk 7`];
    expect(await shelfOf(config)).toEqual(shelf);

    const again = await addTranscripts(config, [...paths].reverse());
    expect(again.map(({ change, number }) => `${change} ${number}`)).toEqual([
      `unchanged ${added[1]?.number}`,
      'unchanged 7',
    ]);
    await writeFile(path.join(folder, 'snow/snow-talk-7.md'), talkOf('Sven', 'Sledges alone.'));
    expect(await addTranscripts(config, [path.join(folder, 'snow')])).toMatchObject([
      { change: 'replaced', number: added[1]?.number },
    ]);
    expect(await shelfOf(config)).toEqual(shelf);
    const episodes = await readEpisodes(await findShelfFiles(config));
    expect(episodes.at(-1)?.text).toContain('Sledges alone.');
    expect(episodes.at(-2)?.text).toContain('Umbrellas, and boots.');
  });

  it('stay as they are where folders have files of the same name, whichever is added or changed when', async () => {
    const config = await smallShelf();
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    const folder = await folderOf(
      Object.fromEntries(
        names.map((name) => [`${name}/episodes/7.txt`, talkOf('Rita', `Umbrellas of ${name}.`)]),
      ),
    );
    const add = (name: string) => addTranscripts(config, [path.join(folder, name, 'episodes')]);
    const numbers = new Map<string, number | undefined>();
    for (const name of names) {
      const [change] = await add(name);
      expect(change?.change).toBe('added');
      const instead = name === 'a' ? undefined : { number: 7, by: 'episodes/7.txt' };
      expect(change?.instead).toEqual(instead);
      numbers.set(name, change?.number);
    }
    expect(new Set(numbers.values()).size).toBe(names.length);
    for (const name of names.toReversed()) {
      expect(await add(name)).toMatchObject([{ change: 'unchanged', number: numbers.get(name) }]);
    }
    for (const name of ['e', 'a']) {
      await writeFile(path.join(folder, name, 'episodes/7.txt'), talkOf('Rita', `Raincoats of ${name}.`));
      expect(await add(name)).toMatchObject([{ change: 'replaced', number: numbers.get(name) }]);
    }
    const texts = new Map(
      (await readEpisodes(await findShelfFiles(config))).map(({ number, text }) => [number, text]),
    );
    for (const [name, number] of numbers) {
      const said = name === 'e' || name === 'a' ? 'Raincoats' : 'Umbrellas';
      expect(texts.get(number ?? 0)).toContain(`${said} of ${name}.`);
    }
  });

  it('never let one file take the place of another that was added with it', async () => {
    const config = await smallShelf();
    const folder = await folderOf({
      'a/7.txt': talkOf('Rita', 'Umbrellas.'),
      'b/7.txt': talkOf('Sven', 'Sledges.'),
    });
    const added = await addTranscripts(config, [path.join(folder, 'a'), path.join(folder, 'b')]);
    expect(added.map(({ change }) => change)).toEqual(['added', 'added']);
    expect(await shelfOf(config)).toHaveLength(4);
  });

  it('do not change a number that a transcript states', async () => {
    const config = await smallShelf();
    const other = interview(1, 'Cleo Cedar', 'Barkly', 'bird houses');
    await expect(addTranscripts(config, [await fileOf(other)])).rejects.toThrow(
      /as episode 1, which is “Anna/,
    );
    expect(await shelfOf(config)).toEqual([anna, bob]);
  });
});

describe('files that are no transcripts', () => {
  const others = {
    'package.json': '{ "name": "garden", "version": "1.0.0" }',
    'broken.json': '{ "segments": [',
    'index.html': '<!doctype html><html><body><h1>Garden Talk</h1><p>Listen to us.</p></body></html>',
    'empty.txt': '',
    'talk.docx': 'no document',
  };

  it('are left out of a folder, with the reason, and the rest is read', async () => {
    const config = await smallShelf();
    const folder = await folderOf({ ...others, 'cleo.txt': cleoText });
    const reasons: string[] = [];
    const added = await addTranscripts(config, [folder], {
      onSkipped: ({ message }) => reasons.push(message),
    });
    expect(added).toMatchObject([{ change: 'added', number: 3 }]);
    expect(await shelfOf(config)).toEqual([anna, bob, cleo]);
    expect(await readdir(config.addedFolder)).toEqual(['cleo.txt', 'shelf.json']);
    for (const name of Object.keys(others)) {
      expect(reasons.filter((reason) => reason.includes(path.join(folder, name)))).toHaveLength(1);
    }
    expect(reasons).toHaveLength(Object.keys(others).length);
  });

  it('are refused where they are named', async () => {
    const config = await smallShelf();
    const folder = await folderOf(others);
    for (const name of Object.keys(others)) {
      await expect(
        addTranscripts(config, [path.join(folder, name, 'episodes')], { onSkipped: () => undefined }),
      ).rejects.toThrow(name);
    }
  });
});
