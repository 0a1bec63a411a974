import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Config } from '../../lib/config.ts';
import { interview, smallShelf } from '../fixtures/small-shelf.ts';
import { temporaryFolder } from '../index/temporary-folder.ts';
import { run } from './fake-terminal.ts';

let config: Config;

beforeEach(async () => {
  config = await smallShelf();
  vi.stubEnv('DATA_DIR', path.dirname(config.addedFolder));
  vi.stubEnv('TRANSCRIPTS_DIR', config.transcriptsFolder);
  return () => vi.unstubAllEnvs();
});

async function newTranscript(): Promise<string> {
  const file = path.join(await temporaryFolder(), 'three.txt');
  await writeFile(file, interview(3, 'Cleo Cedar', 'Barkly', 'bird houses'));
  return file;
}

/** What somebody says who states no number and no title. */
const talk = (name: string, said: string): string =>
  `**Hanna Host:** What do you sell, ${name}?\n\n**${name}:** ${said}\n\n**Hanna Host:** And then?\n\n**${name}:** That is all.\n`;

describe('ingest', () => {
  it('indexes the shelf, then finds it up to date', async () => {
    const words = '2 episodes, 12 passages, 0 questions; model underdog-static-512.\n';
    expect(await run(['ingest'])).toEqual({ code: 0, output: `Indexed ${words}`, errors: '' });
    expect(await run(['ingest'])).toEqual({ code: 0, output: `Up to date: ${words}`, errors: '' });
  });

  it('shows its progress to a person', async () => {
    const { errors, output } = await run(['ingest'], { isTerminal: true });
    expect(errors).toMatch(/Reading the transcripts …/);
    expect(errors).toMatch(/Embedding ━{24} 10 of 10/);
    expect(errors.endsWith('\r\u001b[K')).toBe(true);
    expect(output).toMatch(/^Indexed 2 episodes/);
  });

  it('adds, replaces and removes transcripts', async () => {
    const file = await newTranscript();
    expect((await run(['ingest', file])).output).toBe(
      '+ added        3  Cleo Cedar, Founder of Barkly\nIndexed 3 episodes, 18 passages, 0 questions; model underdog-static-512.\n',
    );
    expect((await run(['ingest', file])).output).toMatch(/^= unchanged    3 .*\nUp to date: 3 episodes/);
    await writeFile(file, (await readFile(file, 'utf8')).replace('gardener', 'baker'));
    expect((await run(['ingest', file])).output).toMatch(/^~ replaced     3 .*\nIndexed 3 episodes/);
    expect((await run(['ingest', '--remove', '1', '--remove', '3'])).output).toMatch(
      /^- removed {6}1 .*\n- removed {6}3 .*\nIndexed 1 episode,/,
    );
    expect((await run(['ingest', '--list'])).output).toBe(
      '    2  Bob Birch, Founder of Sapling\n       Bob Birch · two.txt\nTaken off the shelf: 1, 3\n',
    );
  });

  it('leaves out what is no transcript in a folder, and says so', async () => {
    const file = await newTranscript();
    const other = path.join(path.dirname(file), 'package.json');
    await writeFile(other, '{ "name": "garden" }');
    for (const args of [['ingest'], ['ingest', '--report']]) {
      const { code, errors, output } = await run([...args, path.dirname(file)]);
      expect(code).toBe(0);
      expect(errors.replace(/\s+/g, ' ')).toBe(
        `left out: ${other} is JSON, but no transcript that we know: it needs a list of segments with "body" or "text", as Podcasting 2.0, Whisper and Deepgram write them. `,
      );
      expect(output).toContain('Cleo Cedar');
    }
    await rm(file);
    expect(await run(['ingest', path.dirname(file)])).toMatchObject({
      code: 1,
      errors: expect.stringMatching(/^error: .*package\.json/) as string,
    });
  });

  it('only says what it would do on a dry run', async () => {
    const { output } = await run(['ingest', '--dry-run', '--remove', '1', await newTranscript()]);
    expect(output).toBe(
      '- removed      1  Anna Almond, Founder of Treeline\n+ added        3  Cleo Cedar, Founder of Barkly\n' +
        'This was a dry run: nothing was changed. The index would be brought up to date.\n',
    );
    expect(existsSync(path.dirname(config.addedFolder))).toBe(false);
  });

  it('prints every paragraph, of the shelf or of files, without an index', async () => {
    const lines = (await run(['ingest', '--print'])).output.trimEnd().split('\n');
    expect(lines).toHaveLength(12);
    const text =
      'We asked ten customers of Treeline what pruning shears was worth to them. Most of them named a price that was twice what we had in mind.';
    const start = interview(1, 'Anna Almond', 'Treeline', 'pruning shears').indexOf(text);
    expect(lines[3]).toBe(
      JSON.stringify({
        anchor: '1#pricing-2',
        episode: 1,
        section: 'Pricing',
        titled: true,
        speaker: 'Anna Almond',
        role: 'guest',
        label: 'Anna',
        attribution: 'labelled',
        text,
        start,
        end: start + text.length,
      }),
    );
    expect((await run(['ingest', '--print', await newTranscript()])).output).toMatch(/^\{"anchor":"3#/);
    expect(existsSync(path.dirname(config.addedFolder))).toBe(false);
  });

  it('reports which files have numbers in common, as it would add them, and loses none', async () => {
    const folder = await temporaryFolder();
    const files = {
      'rain/7.md': talk('Rita', 'Umbrellas.'),
      'rain/8.md': talk('Rita', 'Boots.'),
      'snow/7.md': talk('Sven', 'Sledges.'),
      'snow/cleo.md': interview(3, 'Cleo Cedar', 'Barkly', 'bird houses'),
      'snow/cleo-again.md': interview(3, 'Cleo Cedar', 'Barkly', 'nest boxes'),
      'snow/zoe.md': interview(2, 'Zoe Zelkova', 'Acorn', 'swings'),
    };
    for (const [name, text] of Object.entries(files)) {
      await mkdir(path.join(folder, path.dirname(name)), { recursive: true });
      await writeFile(path.join(folder, name), text);
    }
    const paths = [path.join(folder, 'rain'), path.join(folder, 'snow')];
    const { code, output, errors } = await run(['ingest', '--report', ...paths]);
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    const [table = '', , , ...numbers] = output.split('\n\n');
    const [, ...rows] = table.split('\n').map((row) => row.trim().split(/ +/));
    expect(rows.map(([number, , , , , words, ...title]) => [number, words, title.join(' ')])).toEqual([
      ['3', '80', 'Cleo Cedar, Founder of Ba…'],
      ['7', '11', '7'],
      ['8', '11', '8'],
      [expect.stringMatching(/^\d{6}$/) as string, '11', '7'],
      ['all', '18', '113'],
    ]);
    const own = rows[3]?.[0] ?? '';
    expect(numbers.join('\n').replaceAll(folder, 'FOLDER').replace(/\n +/g, ' ').split('\n')).toEqual([
      `Files with a number of their own: 1 ${own}  snow/7.md It has a number of its own: 7, which its file’s name tells, is that of rain/7.md.`,
      'Episodes that stand in two files: 1 3  snow/cleo-again.md snow/cleo.md takes its place.',
      'Files that cannot be added: 1 FOLDER/snow/zoe.md brings “Zoe Zelkova, Founder of Acorn” as episode 2, which is “Bob Birch, Founder of Sapling” from two.txt on the shelf. Change its number, or run `npm run ingest -- --remove 2` first.',
      '',
    ]);
    expect(existsSync(path.dirname(config.addedFolder))).toBe(false);
  });

  it('reports counts, and every correction', async () => {
    const file = path.join(config.transcriptsFolder, 'two.txt');
    await writeFile(file, (await readFile(file, 'utf8')).replace('Bob: The first', 'BobThe first'));
    const { output } = await run(['ingest', '--report']);
    expect(output).toBe(
      [
        'Episode Sections Untitled  Turns Paragraphs    Words  Title',
        '      1        3        1      6          6       80  Anna Almond, Founder of T…',
        '      2        3        1      6          6       80  Bob Birch, Founder of Sap…',
        '  all 2        6        2     12         12      160',
        '',
        'Speakers whose label was corrected: 1',
        '  2#hiring-2  “Bob” → Bob Birch',
        '      the colon after “Bob” is missing',
        '',
        'Speakers who were inferred: 0',
        '',
      ].join('\n'),
    );
  });

  it.each([
    [['--remove', 'x'], "“x” is no episode's number: use one such as 62."],
    [['--remove', '9'], 'There is no episode 9 on the shelf. It has 1, 2.'],
    [['--list', '--report'], 'Only one of --print, --report and --list is possible'],
    [['--list', 'a.txt'], '--list shows the shelf and takes no paths: did you mean --report?'],
    [['--print', '--dry-run'], 'Only one of'],
  ])('refuses %j', async (args, message) => {
    const { code, errors } = await run(['ingest', ...args]);
    expect(code).toBe(2);
    expect(errors.replaceAll('\n', ' ')).toContain(message);
  });

  it('names a file that cannot be added, and changes nothing', async () => {
    const missing = await run(['ingest', '/nowhere/x.txt']);
    expect(missing).toMatchObject({ code: 1, output: '' });
    expect(missing.errors).toBe('error: There is no file or folder /nowhere/x.txt: check the path.\n');
    expect(existsSync(config.indexFolder)).toBe(false);
  });

  it('leaves the index as it was when it is stopped', async () => {
    await run(['ingest']);
    const current = await readFile(path.join(config.indexFolder, 'current'), 'utf8');
    const stopped = await run(['ingest', await newTranscript()], { signal: AbortSignal.abort() });
    expect(stopped).toMatchObject({ code: 130, errors: 'Stopped.\n' });
    expect(await readFile(path.join(config.indexFolder, 'current'), 'utf8')).toBe(current);
  });
});
