import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { FolderStore } from '../../../index/folder-store.ts';
import { LiveIndex } from '../../../index/live-index.ts';
import { Database } from '../../../index/postgres/database.ts';
import { PostgresStore } from '../../../index/postgres/postgres-store.ts';
import { UserError } from '../../../ingest/user-error.ts';
import { HashingEmbedder } from '../hashing-embedder.ts';
import { build, found, interview } from '../interviews.ts';
import { passageIndexContract } from '../passage-index.contract.ts';
import { longShelf } from '../sample-shelf.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { inferredTopicsContract } from '../topics/inferred-topics.contract.ts';
import { realServer, testDatabase } from './test-database.ts';

const database = testDatabase();
const embedder = new HashingEmbedder();

/** The shelf of what was built: each is made once, as making tables takes a server longer than it takes files. */
const built = new Map<string, string>();
passageIndexContract('PostgreSQL', async ({ episodes, passages }) => {
  const content = JSON.stringify(passages);
  const name = built.get(content) ?? `contract-${built.size}`;
  const store = await database.store(name);
  if (!built.has(content)) await store.build({ episodes, passages, embedder, sources: 'sample' });
  built.set(content, name);
  return store.open(await store.current(), embedder);
});

inferredTopicsContract('PostgreSQL', () => database.store());

describe('an index in PostgreSQL', () => {
  it('finds and scores what files do, after additions, replacements and removals', async () => {
    const grown = await database.store();
    await build(grown, [interview(1, 120), interview(2, 30), interview(3, 20)]);
    await build(grown, [interview(4, 6)], [1, 2, 3]);
    await build(grown, [interview(2, 12, 'second'), interview(5, 4)], [1, 3, 4]);
    const manifest = await build(grown, [], [1, 2, 4, 5]);
    const files = new FolderStore(await temporaryFolder());
    const made = [interview(1, 120), interview(2, 12, 'second'), interview(4, 6), interview(5, 4)];
    expect(manifest.counts).toEqual((await build(files, made)).counts);
    await grown.verify(embedder);

    const [a, b] = [
      await grown.open(await grown.current(), embedder),
      await files.open(await files.current(), embedder),
    ];
    onTestFinished(() => b.close());
    expect(await a.episodes()).toEqual(await b.episodes());
    expect(await a.outlines()).toEqual(await b.outlines());
    expect([...(await a.vocabulary())].sort()).toEqual([...(await b.vocabulary())].sort());
    expect(await a.episode(3)).toBeNull();
    expect(await a.passageIds(3)).toEqual([]);
    for (const question of [
      'pricing and hiring',
      'what was said about funding',
      'edition second',
      'remark 7',
    ]) {
      expect(await found(a, embedder, question)).toEqual(await found(b, embedder, question));
    }
  });

  it('finds the best by words whatever rare and common words they hold', async () => {
    const shelf = longShelf(400);
    const [server, files] = [await database.store(), new FolderStore(await temporaryFolder())];
    for (const store of [server, files]) await store.build({ ...shelf, embedder, sources: 'any' });
    const [a, b] = [
      await server.open(await server.current(), embedder),
      await files.open(await files.current(), embedder),
    ];
    onTestFinished(() => b.close());
    for (const text of [
      'topic remark',
      'topic 17',
      'ah topic 3 remark',
      'remark number 12 399 bo',
      'nowhere',
    ]) {
      for (const limit of [1, 3, 50]) {
        const best = async (index: typeof a): Promise<string[]> => {
          const vector = embedder.vector(text);
          const candidates = await index.candidates({ terms: text.split(' '), vector, limit });
          return candidates
            .flatMap(({ id, scores }) =>
              scores.text === undefined ? [] : [`${id} ${scores.text.toFixed(9)}`],
            )
            .sort();
        };
        expect(await best(a)).toEqual(await best(b));
      }
    }
  });

  it('embeds only what is new', async () => {
    const store = await database.store();
    await build(store, [interview(1, 20)], [], embedder);
    embedder.embedded = [];
    const { passages } = interview(2, 3);
    await build(store, [interview(2, 3)], [1], embedder);
    expect(embedder.embedded.toSorted()).toEqual(
      passages.flatMap(({ text, enrichment }) => [text, ...(enrichment?.questions ?? [])]).sort(),
    );
    embedder.embedded = [];
    await build(store, [interview(1, 20), interview(2, 3)], [], embedder);
    expect(embedder.embedded).toEqual([]);
  });

  it('walks a graph where there are many vectors, and compares one by one where there are few', async () => {
    const store = await database.store();
    await build(store, [interview(1, 10)]);
    expect((await store.open(await store.current(), embedder)).vectorDriver).toBe('exact');
    await store.build({ ...longShelf(1100), embedder, sources: 'any' });
    const index = await store.open(await store.current(), embedder);
    expect(index.vectorDriver).toBe('hnsw');
    const [passage] = await index.passages([700]);
    const vector = passage?.vector ?? new Float32Array();
    const candidates = await index.candidates({ terms: [], vector, limit: 5 });
    expect(candidates[0]?.scores.passage).toBeCloseTo(1, 5);
  });

  it('goes over to a new generation, while who reads the old one finds it as it was', async () => {
    const [writer, reader] = [await database.store('swap'), await database.store('swap')];
    await build(writer, [interview(1, 12), interview(2, 4)]);
    const onProblem = (error: unknown): never => {
      throw error;
    };
    const live = await LiveIndex.open(reader, embedder, { onProblem, interval: 0 });
    const before = await live.lease();
    const old = await found(before.index, embedder, 'pricing remark 3');
    await build(writer, [interview(1, 5, 'second')], [2]);
    expect(await before.index.passageIds(1)).toHaveLength(12);
    expect((await before.index.episode(1))?.text).toContain('In the first edition');
    expect((await found(before.index, embedder, 'pricing remark 3')).length).toBe(old.length);
    before.release();
    const after = await live.lease();
    expect((await after.index.episode(1))?.text).toContain('In the second edition');
    expect(await after.index.passageIds(1)).toHaveLength(5);
    after.release();
  });

  it('keeps shelves apart', async () => {
    const [one, two] = [await database.store('left'), await database.store("right'; --")];
    await build(one, [interview(1, 4)]);
    await expect(two.current()).rejects.toMatchObject({ code: 'index-missing' });
    expect(await two.liveManifest()).toBeNull();
    await build(two, [interview(2, 4)]);
    const indexes = [
      await one.open(await one.current(), embedder),
      await two.open(await two.current(), embedder),
    ];
    const numbers = await Promise.all(indexes.map(async (index) => (await index.outlines())[0]?.number));
    expect(numbers).toEqual([1, 2]);
  });

  it('leaves the live generation as it is where a build fails or is stopped', async () => {
    const store = await database.store();
    await build(store, [interview(1, 8)]);
    const before = await store.current();
    await expect(build(store, [interview(2, 5)], [1, 7])).rejects.toMatchObject({
      code: 'index-damaged',
      message: expect.stringContaining('lacks episode 7') as string,
    });
    const { episode, passages } = interview(2, 5);
    const stopped = store.build({
      episodes: [episode],
      passages,
      unchanged: new Set([1]),
      embedder,
      sources: 'any',
      signal: AbortSignal.abort(new Error('stopped')),
    });
    await expect(stopped).rejects.toThrow('stopped');
    await expect(build(store, [{ episode, passages: interview(3, 2).passages }])).rejects.toThrow(RangeError);
    expect(await store.current()).toBe(before);
    await store.verify(embedder);
    const other = new HashingEmbedder('other', 16);
    await expect(store.open(before, other)).rejects.toMatchObject({ code: 'model-mismatch' });
    // With another model everything is made anew, beside what is there.
    await store.build({ episodes: [episode], passages, embedder: other, sources: 'any' });
    expect((await store.open(await store.current(), other)).manifest.model.dimensions).toBe(16);
    expect((await store.open(before, embedder)).manifest.counts.passages).toBe(8);
  });

  it('comes back after the server was away, and says that it is away until then', async () => {
    const store = await database.store();
    await build(store, [interview(1, 4)]);
    const index = await store.open(await store.current(), embedder);
    await database.stopServer();
    const away = {
      code: 'database-unreachable',
      message: expect.not.stringContaining('postgres@') as string,
    };
    await expect(index.outlines()).rejects.toMatchObject(away);
    await expect(build(store, [interview(2, 2)], [1])).rejects.toMatchObject(away);
    // Asked while the server is on its way back, a question waits for it.
    const [outlines] = await Promise.all([index.outlines(), database.startServer()]);
    expect(outlines).toHaveLength(1);
    await build(store, [interview(2, 2)], [1]);
  });

  it('refuses a database that a newer version has been at, and one that cannot be had', async () => {
    await database.store();
    const session = new Database({ url: database.url(), connections: 1, timeout: 5000 });
    onTestFinished(() => session.close());
    await session.execute('INSERT INTO underdog_answers.migrations (number) VALUES (999)');
    await expect(database.store()).rejects.toMatchObject({ code: 'bad-configuration' });
    await session.execute('DELETE FROM underdog_answers.migrations WHERE number = 999');
    const nowhere = PostgresStore.open({
      url: 'postgres://me:pass-word@127.0.0.1:9/none',
      shelf: 'any',
      connections: 1,
      timeout: 1000,
    });
    const error: unknown = await nowhere.catch((failure: unknown) => failure);
    expect(error).toBeInstanceOf(UserError);
    expect(error).toMatchObject({
      code: 'database-unreachable',
      message: expect.stringMatching(/^The database at 127\.0\.0\.1:9\/none cannot be reached/) as string,
    });
  });
});

describe.runIf(realServer)('an index on a PostgreSQL server', () => {
  it('stops a query that takes too long, and says so', async () => {
    const slow = new Database({ url: database.url(), connections: 1, timeout: 200 });
    onTestFinished(() => slow.close());
    await expect(slow.rows(z.unknown(), 'SELECT pg_sleep(10)')).rejects.toMatchObject({
      code: 'database-unreachable',
      message: expect.stringContaining('took too long') as string,
    });
  });

  it('lets one build of a shelf work at a time', async () => {
    const [one, two] = [await database.store('busy'), await database.store('busy')];
    const outcomes = await Promise.allSettled([
      build(one, [interview(1, 300)]),
      build(two, [interview(1, 300)]),
    ]);
    const failures = outcomes.flatMap((outcome): unknown[] =>
      outcome.status === 'rejected' ? [outcome.reason] : [],
    );
    expect(failures).toMatchObject([{ code: 'index-busy' }]);
  });

  it('answers more questions at a time than it has connections', async () => {
    const store = await database.store(undefined, { connections: 2 });
    await build(store, [interview(1, 50)]);
    const index = await store.open(await store.current(), embedder);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => found(index, embedder, 'pricing and hiring')),
    );
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });
});
