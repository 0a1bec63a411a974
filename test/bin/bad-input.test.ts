import { cp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Config } from '../../lib/config.ts';
import { smallShelf } from '../fixtures/small-shelf.ts';
import { temporaryFolder } from '../index/temporary-folder.ts';
import { run } from './fake-terminal.ts';

let config: Config;

beforeEach(async () => {
  config = await smallShelf();
  vi.stubEnv('DATA_DIR', config.dataFolder);
  vi.stubEnv('TRANSCRIPTS_DIR', config.transcriptsFolder);
  return () => vi.unstubAllEnvs();
});

/** The files of the live index: `current`, and those of the generation that it names. */
async function indexFiles(): Promise<string[]> {
  const current = path.join(config.indexFolder, 'current');
  const [generation = ''] = (await readFile(current, 'utf8')).split(' ');
  const folder = path.join(config.indexFolder, generation);
  const names = await readdir(folder, { recursive: true });
  const files = [current, ...names.map((name) => path.join(folder, name))];
  const sizes = await Promise.all(
    files.map(async (file) => (await stat(file)).isFile() && (await stat(file)).size > 0),
  );
  return files.filter((_, i) => sizes[i]);
}

describe('a bad transcript', () => {
  it.each([
    ['that is not there', null, /^error: There is no file or folder .*bad\.txt: check the path\.$/],
    ['that is empty', '', /^error: .*bad\.txt is empty: put a transcript into it, or remove it\.$/],
    [
      'that is no transcript',
      'Milk, eggs and flour.\nTwo loaves of bread.',
      /^error: .*bad\.txt is no transcript/,
    ],
    [
      'without speakers',
      `Episode 9: Nobody\n\n\n${'It went well for a while. '.repeat(50)}`,
      /^error: .*bad\.txt/,
    ],
    ['of nothing but NUL characters', '\0'.repeat(5000), /^error: .*bad\.txt/],
  ])('%s is named with what to do, and nothing is added', async (_, text, message) => {
    const file = path.join(await temporaryFolder(), 'bad.txt');
    if (text !== null) await writeFile(file, text);
    for (const args of [
      ['ingest', file],
      ['ingest', '--print', file],
      ['ingest', '--report', file],
    ]) {
      const { code, output, errors } = await run(args);
      expect({ code, output }).toEqual({ code: 1, output: '' });
      expect(errors.replace(/\n(?=.)/g, ' ').trim()).toMatch(message);
    }
    expect((await run(['ingest', '--list'])).output).toMatch(/^ {4}1 {2}Anna.*\n.*\n {4}2 {2}Bob/);
  });
});

describe('a bad model', () => {
  it('without its files is named with what to do', async () => {
    const folder = path.join(await temporaryFolder(), 'model');
    await cp(path.join(config.root, 'models/underdog-static-512'), folder, { recursive: true });
    await rm(path.join(folder, 'tokenizer.json'));
    vi.stubEnv('EMBEDDING_MODEL', folder);
    const { code, errors } = await run(['ask', 'Why?']);
    expect(code).toBe(1);
    expect(errors.replaceAll('\n', ' ')).toMatch(
      /lacks its file tokenizer\.json\. Restore it, or set EMBEDDING_MODEL to another model\./,
    );
  });

  it('that another one has replaced since makes the index anew', async () => {
    await run(['ingest']);
    const folder = path.join(await temporaryFolder(), 'another');
    await cp(path.join(config.root, 'models/underdog-static-512'), folder, { recursive: true });
    const settings = path.join(folder, 'tokenizer_config.json');
    await writeFile(settings, `${await readFile(settings, 'utf8')}\n`);
    vi.stubEnv('EMBEDDING_MODEL', folder);
    const { code, output } = await run(['ingest']);
    expect({ code, output }).toMatchObject({
      code: 0,
      output: expect.stringMatching(/model another\.$/m) as string,
    });
  });
});

describe('a damaged index', () => {
  it('is mended by the next question', async () => {
    await run(['ingest']);
    for (const kind of [/current$/, /manifest\.json$/, /(?<!json)$/]) {
      const file = (await indexFiles()).findLast((each) => kind.test(each)) ?? 'there is none';
      const content = await readFile(file);
      await writeFile(file, content.subarray(0, Math.floor(content.byteLength / 2)));
      const { code, output } = await run([
        'ask',
        'What did Anna Almond ask ten customers about pruning shears?',
      ]);
      expect({ code, output }, file).toEqual({
        code: 0,
        output: expect.stringContaining('[1] Anna Almond') as string,
      });
    }
  });

  it('is found by ingest, whichever file has one bit flipped, and mended', async () => {
    await run(['ingest']);
    const count = (await indexFiles()).length;
    expect(count).toBeGreaterThan(3);
    for (let i = 0; i < count; i++) {
      const file = (await indexFiles())[i] ?? 'there is none';
      const content = await readFile(file);
      const middle = Math.floor(content.byteLength / 2);
      content.writeUInt8(content.readUInt8(middle) ^ 0b10000, middle);
      await writeFile(file, content);
      expect((await run(['ingest'])).output, file).toMatch(/^Indexed 2 episodes/);
    }
    expect((await run(['ingest'])).output).toMatch(/^Up to date: 2 episodes/);
  });
});
