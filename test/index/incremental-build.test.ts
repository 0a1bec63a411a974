import { copyFile, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { buildIndex } from '../../index/build-index.ts';
import { openPassageIndex } from '../../index/open-index.ts';
import type { Manifest, PassageIndex } from '../../index/passage-index.ts';
import type { Episode } from '../../ingest/episode.ts';
import type { Passage } from '../../ingest/passage.ts';
import { HashingEmbedder } from './hashing-embedder.ts';
import { found, interview } from './interviews.ts';
import type { Made } from './interviews.ts';
import { temporaryFolder } from './temporary-folder.ts';

class TestShelf {
  readonly embedder = new HashingEmbedder();

  private constructor(readonly folder: string) {}

  static async empty(): Promise<TestShelf> {
    return new TestShelf(await temporaryFolder());
  }

  build(made: readonly Made[], unchanged: readonly number[] = [], base?: string): Promise<Manifest> {
    return buildIndex({
      episodes: made.map(({ episode }) => episode),
      passages: made.flatMap(({ passages }) => passages),
      unchanged: new Set(unchanged),
      base,
      embedder: this.embedder,
      folder: this.folder,
      sources: 'any',
    });
  }

  async open(): Promise<PassageIndex> {
    const index = await openPassageIndex(this.folder, this.embedder);
    onTestFinished(() => index.close());
    return index;
  }
}

describe('an incremental build', () => {
  it('finds just what a build from nothing finds, after additions, replacements and removals', async () => {
    const grown = await TestShelf.empty();
    await grown.build([interview(1, 120), interview(2, 30), interview(3, 20)]);
    await grown.build([interview(4, 6)], [1, 2, 3]);
    await grown.build([interview(2, 12, 'second'), interview(5, 4)], [1, 3, 4]);
    await grown.build([], [1, 2, 4, 5]);
    const fresh = await TestShelf.empty();
    const made = [interview(1, 120), interview(2, 12, 'second'), interview(4, 6), interview(5, 4)];
    const manifest = await fresh.build(made);

    const [a, b] = [await grown.open(), await fresh.open()];
    expect(a.manifest.counts).toEqual(manifest.counts);
    expect(a.manifest.segments.length).toBeGreaterThan(1);
    expect(await a.episodes()).toEqual(await b.episodes());
    expect(await a.outlines()).toEqual(await b.outlines());
    expect(await a.episode(3)).toBeNull();
    expect(await a.passageIds(3)).toEqual([]);
    for (const question of ['pricing and hiring', 'what was said about funding', 'edition second']) {
      expect(await found(a, grown.embedder, question)).toEqual(await found(b, fresh.embedder, question));
    }
    for (const number of [1, 2, 4, 5]) {
      const texts = async (index: PassageIndex): Promise<string[]> =>
        (await index.passages(await index.passageIds(number))).map(({ text }) => text);
      expect(await texts(a)).toEqual(await texts(b));
    }
  });

  it('takes over the files of what does not change, and embeds only what is new', async () => {
    const shelf = await TestShelf.empty();
    const first = await shelf.build([interview(1, 50), interview(2, 50)]);
    const base = path.join(shelf.folder, first.generation);
    const [name = ''] = await readdir(base);
    const { ino } = await stat(path.join(base, name));
    shelf.embedder.embedded = [];
    const added = interview(3, 5);
    const second = await shelf.build([added], [1, 2]);
    expect(shelf.embedder.embedded.toSorted()).toEqual(
      added.passages.flatMap(({ text, enrichment }) => [text, ...(enrichment?.questions ?? [])]).sort(),
    );
    expect(second.counts.episodes).toBe(3);
    expect((await stat(path.join(shelf.folder, second.generation, name))).ino).toBe(ino);
  });

  it.each([
    'text.postings',
    'passages.i8',
    'questions.sums',
    'columns.u32',
    'head.json',
    'words.tsv',
    'texts.hash',
  ])('makes nothing live that stands on a damaged %s', async (ending) => {
    const shelf = await TestShelf.empty();
    const { generation } = await shelf.build([interview(1, 50)]);
    const base = path.join(shelf.folder, generation);
    const name = (await readdir(base)).find((one) => one.endsWith(`.${ending}`)) ?? '';
    const whole = path.join(await temporaryFolder(), name);
    await copyFile(path.join(base, name), whole);
    const bytes = await readFile(whole);
    const middle = Math.floor(bytes.length / 2);
    bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle);
    await writeFile(path.join(base, name), bytes);
    await expect(shelf.build([interview(2, 5)], [1])).rejects.toMatchObject({
      code: 'index-damaged',
      message: expect.stringContaining(name) as string,
    });
    await copyFile(whole, path.join(base, name));
    expect((await shelf.open()).manifest.generation).toBe(generation);
    await rm(path.join(base, name));
    await expect(shelf.build([interview(2, 5)], [1])).rejects.toMatchObject({ code: 'index-damaged' });
  });

  it('leaves out nothing when it merges segments, and embeds nothing again', async () => {
    const shelf = await TestShelf.empty();
    await shelf.build([interview(1, 60)]);
    const numbers = [1];
    for (let number = 2; number <= 9; number++) {
      await shelf.build([interview(number, 5)], numbers);
      numbers.push(number);
    }
    expect(new Set(shelf.embedder.embedded).size).toBe(shelf.embedder.embedded.length);
    const index = await shelf.open();
    expect(index.manifest.segments.length).toBeLessThanOrEqual(3);
    expect((await index.outlines()).map((outline) => outline.number)).toEqual(numbers);
    expect(index.manifest.counts.passages).toBe(60 + 8 * 5);
    for (const number of numbers)
      expect(await index.episode(number)).toEqual(interview(number, number === 1 ? 60 : 5).episode);
  });

  it('counts on nothing that the live generation does not have', async () => {
    const shelf = await TestShelf.empty();
    await shelf.build([interview(1, 10)]);
    await expect(shelf.build([interview(2, 5)], [1, 7])).rejects.toMatchObject({
      code: 'index-damaged',
      message: expect.stringContaining('lacks episode 7') as string,
    });
    const other = await TestShelf.empty();
    await expect(other.build([interview(2, 5)], [1])).rejects.toMatchObject({ code: 'index-missing' });
    expect((await shelf.open()).manifest.counts.episodes).toBe(1);
  });

  it('undoes nothing that was built since it was prepared', async () => {
    const shelf = await TestShelf.empty();
    const base = await shelf.build([interview(1, 10)]);
    await shelf.build([interview(2, 5)], [1]);
    const late = (generation: string): Promise<Manifest> => shelf.build([interview(3, 5)], [1], generation);
    await expect(late(base.generation)).rejects.toMatchObject({ code: 'index-busy' });
    const index = await shelf.open();
    expect(index.manifest.counts.episodes).toBe(2);
    expect((await late(index.manifest.generation)).counts.episodes).toBe(2);
  });

  it('refuses passages that belong nowhere or stand apart', async () => {
    const shelf = await TestShelf.empty();
    const { episode, passages } = interview(1, 4);
    const build = (shuffled: readonly (Passage | undefined)[], episodes: Episode[]): Promise<Manifest> =>
      buildIndex({
        episodes,
        passages: shuffled.filter((one) => one !== undefined),
        embedder: shelf.embedder,
        folder: shelf.folder,
        sources: 'any',
      });
    const other = interview(2, 1);
    await expect(
      build([passages[0], other.passages[0], passages[1]], [episode, other.episode]),
    ).rejects.toThrow(RangeError);
    await expect(build(passages, [other.episode])).rejects.toThrow(RangeError);
  });
});
