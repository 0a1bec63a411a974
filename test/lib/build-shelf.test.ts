import { appendFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { buildShelf } from '../../lib/build-shelf.ts';
import { addTranscripts, removeEpisode } from '../../lib/change-shelf.ts';
import { readEpisodes } from '../../lib/read-shelf.ts';
import { findShelfFiles } from '../../lib/shelf-files.ts';
import { FolderStore } from '../../index/folder-store.ts';
import { openPassageIndex } from '../../index/open-index.ts';
import { openEmbedder } from '../../index/transformers-embedder.ts';
import { passagesOf } from '../../ingest/passages.ts';
import { UserError } from '../../ingest/user-error.ts';
import { temporaryFolder } from '../index/temporary-folder.ts';
import { interview, smallShelf } from '../fixtures/small-shelf.ts';

afterEach(() => vi.restoreAllMocks());

describe('building a shelf', () => {
  it('indexes the transcripts once, and again when one changes', async () => {
    const config = await smallShelf();
    const first = await buildShelf(config);
    expect(first).toMatchObject({ built: true, manifest: { counts: { episodes: 2 } } });

    const second = await buildShelf(config);
    expect(second).toEqual({ built: false, manifest: first.manifest });

    const file = path.join(config.transcriptsFolder, 'two.txt');
    await appendFile(file, `\n\n\n${interview(3, 'Cleo Cedar', 'Barkly', 'bird houses')}`);
    expect(await buildShelf(config)).toMatchObject({ built: true, manifest: { counts: { episodes: 3 } } });
  });

  it('indexes added transcripts beside its own, in place of its own of the same number, without the removed', async () => {
    const config = await smallShelf();
    await mkdir(config.addedFolder, { recursive: true });
    await writeFile(
      path.join(config.addedFolder, 'more.txt'),
      `${interview(2, 'Bob Birch', 'Sapling', 'copper cans')}\n\n\n${interview(5, 'Dora Dogwood', 'Rootly', 'spades')}`,
    );
    const { manifest } = await buildShelf(config);
    expect(manifest.counts.episodes).toBe(3);

    await removeEpisode(config, 1);
    const stages: string[] = [];
    const without = await buildShelf(config, { onProgress: ({ stage }) => stages.push(stage) });
    expect(without.manifest.counts.episodes).toBe(2);
    // Nothing is written anew: what was removed is only marked.
    expect([...new Set(stages)]).toEqual(['reading', 'verifying']);
  });

  it('holds what the shelf holds after any change, with what did not change taken over', async () => {
    const config = await smallShelf();
    const folder = await temporaryFolder();
    const file = path.join(folder, 'more.txt');
    const add = async (text: string): Promise<void> => {
      await writeFile(file, text);
      await addTranscripts(config, [file]);
    };
    const cleo = interview(3, 'Cleo Cedar', 'Barkly', 'bird houses');
    const changes: (() => Promise<unknown>)[] = [
      async () => undefined,
      () => add(cleo),
      () => add(`${cleo}\n\n\n${interview(2, 'Bob Birch', 'Sapling', 'copper cans')}`),
      () => removeEpisode(config, 1),
      () => add(cleo.replace('gardener', 'baker')),
      () => addTranscripts(config, [path.join(config.transcriptsFolder, 'two.txt')]),
    ];
    for (const change of changes) {
      await change();
      const { manifest } = await buildShelf(config);
      const embedder = await openEmbedder({ model: config.embeddingModel, cacheFolder: folder });
      const index = await openPassageIndex(config.indexFolder, embedder);
      try {
        const expected = await readEpisodes(await findShelfFiles(config));
        expect(await index.episodes()).toEqual(expected);
        const passages = await Promise.all(expected.map((episode) => passagesOf(episode, new Map())));
        expect(manifest.counts.passages).toBe(passages.flat().length);
        expect(await buildShelf(config)).toEqual({ built: false, manifest });
      } finally {
        await index.close();
        await embedder.close();
      }
    }
  });

  it('embeds and writes only what is new', async () => {
    const config = await smallShelf();
    await buildShelf(config);
    const file = path.join(await temporaryFolder(), 'three.txt');
    await writeFile(file, interview(3, 'Cleo Cedar', 'Barkly', 'bird houses'));
    await addTranscripts(config, [file]);
    const embedded: number[] = [];
    await buildShelf(config, {
      onProgress: ({ stage, total }) => {
        if (stage === 'embedding') embedded.push(total);
      },
    });
    // Of its six paragraphs two are said in every interview.
    expect(Math.max(...embedded)).toBe(4);
  });

  it('attaches enrichment, of which a change makes the index stale', async () => {
    const config = await smallShelf();
    expect((await buildShelf(config)).manifest.counts.questions).toBe(0);
    const folder = path.join(config.transcriptsFolder, 'enrichment');
    await mkdir(folder);
    // The hash of “Thank you for having me, Hanna.”
    const sha256 = 'b5790d54b70f867fe23a7470ee155629e31a2000103355eacb4d15e5b0d8f21c';
    const entry = { sha256, questions: ['Who thanks whom?'], plain: [], gist: 'Thanks.', topics: [] };
    await writeFile(path.join(folder, 'a.jsonl'), JSON.stringify(entry));
    expect(await buildShelf(config)).toMatchObject({ built: true, manifest: { counts: { questions: 2 } } });
  });

  it('mends a damaged index when asked to look', async () => {
    const config = await smallShelf();
    const { manifest } = await buildShelf(config);
    const segment = manifest.segments[0]?.name ?? '';
    const database = path.join(config.indexFolder, manifest.generation, `${segment}.shelf.db`);
    const bytes = await readFile(database);
    bytes.writeUInt8(bytes.readUInt8(5000) ^ 1, 5000);
    await writeFile(database, bytes);
    expect(await buildShelf(config, { verify: true })).toMatchObject({ built: true });
    expect(await buildShelf(config, { verify: true })).toMatchObject({ built: false });
  });

  it('builds from nothing where what would stay of the live index is damaged', async () => {
    const config = await smallShelf();
    const { manifest } = await buildShelf(config);
    const segment = manifest.segments[0]?.name ?? '';
    await rm(path.join(config.indexFolder, manifest.generation, `${segment}.context.postings`));
    await removeEpisode(config, 1);
    const mended = await buildShelf(config);
    expect(mended).toMatchObject({ built: true, manifest: { counts: { episodes: 1 } } });
    expect(mended.manifest.segments.map(({ name }) => name)).not.toContain(segment);
    expect(await buildShelf(config, { verify: true })).toMatchObject({ built: false });
  });

  it('plans anew on what another ingestion has built meanwhile', async () => {
    const config = await smallShelf();
    await buildShelf(config);
    const folder = await temporaryFolder();
    const add = async (number: number, guest: string, company: string): Promise<void> => {
      const file = path.join(folder, `${number}.txt`);
      await writeFile(file, interview(number, guest, company, 'bird houses'));
      await addTranscripts(config, [file]);
    };
    await add(3, 'Cleo Cedar', 'Barkly');
    const ready = vi.spyOn(FolderStore.prototype, 'build').mockImplementationOnce(async function (
      this: FolderStore,
      request,
    ) {
      await add(4, 'Dora Dogwood', 'Rootly');
      expect((await buildShelf(config)).manifest.counts.episodes).toBe(3);
      await add(5, 'Eve Elm', 'Leafy');
      return this.build(request);
    });
    await removeEpisode(config, 1);
    const { built, manifest } = await buildShelf(config);
    // Its own, the other's, its own once more, which is refused, and what was planned anew.
    expect(ready).toHaveBeenCalledTimes(4);
    expect([built, manifest.counts.episodes]).toEqual([true, 4]);
    expect(await buildShelf(config)).toEqual({ built: false, manifest });
  });

  it('gives up where others get there first again and again, and at once where another is at work', async () => {
    const config = await smallShelf();
    const { manifest } = await buildShelf(config);
    await removeEpisode(config, 1);
    const busy = new UserError('index-busy', 'another build');
    const tried = vi.spyOn(FolderStore.prototype, 'build').mockRejectedValue(busy);
    await expect(buildShelf(config)).rejects.toBe(busy);
    expect(tried).toHaveBeenCalledTimes(1);
    let others = 0;
    vi.spyOn(FolderStore.prototype, 'liveManifest').mockImplementation(async () => ({
      ...manifest,
      generation: `another-${(others += 1)}`,
    }));
    await expect(buildShelf(config)).rejects.toBe(busy);
    expect(tried).toHaveBeenCalledTimes(1 + 3);
  });

  it('leaves the live index as it was when it is stopped', async () => {
    const config = await smallShelf();
    const { manifest } = await buildShelf(config);
    await rm(path.join(config.transcriptsFolder, 'two.txt'));
    await writeFile(
      path.join(config.transcriptsFolder, 'one.txt'),
      interview(9, 'Eve Elm', 'Leafy', 'hammocks'),
    );
    const stop = new AbortController();
    const stopped = buildShelf(config, {
      signal: stop.signal,
      onProgress: ({ stage }) => {
        if (stage === 'verifying') stop.abort(new Error('stopped'));
      },
    });
    await expect(stopped).rejects.toThrow('stopped');
    expect(await readFile(path.join(config.indexFolder, 'current'), 'utf8')).toMatch(manifest.generation);
    expect(await readdir(config.indexFolder)).toContain(manifest.generation);
    expect((await readdir(config.indexFolder)).filter((name) => name.startsWith('building-'))).toEqual([]);
  });

  it.each([
    ['an empty shelf', async (folder: string) => rm(path.join(folder, 'two.txt')), /The shelf is empty/],
    [
      'a folder that is not there',
      async (folder: string) => rm(folder, { recursive: true }),
      /There is no file or folder/,
    ],
    [
      'an empty file',
      async (folder: string) => writeFile(path.join(folder, 'x.txt'), ' \n'),
      /x\.txt is empty/,
    ],
    [
      'a file that is no transcript',
      async (folder: string) => writeFile(path.join(folder, 'x.txt'), 'Bread, milk and two eggs.'),
      /x\.txt is no transcript/,
    ],
  ])('refuses %s', async (_, spoil, message) => {
    const config = await smallShelf();
    await spoil(config.transcriptsFolder);
    await expect(buildShelf(config)).rejects.toThrow(message);
  });
});
