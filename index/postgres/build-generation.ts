import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { UserError } from '../../ingest/user-error.ts';
import type { BuildRequest } from '../build-request.ts';
import { newGenerationName } from '../generation-folders.ts';
import { damaged, indexFormat } from '../manifest.ts';
import type { Counts, Manifest } from '../passage-index.ts';
import { assertSameBase } from '../same-base.ts';
import { isSameModel } from '../same-model.ts';
import { wordUsesOf } from '../segments/word-uses.ts';
import { addRows } from './add-rows.ts';
import { createCollection, createIndexes, dropCollection, schemaOf } from './collection.ts';
import type { Session } from './database.ts';
import { liveName, readGeneration } from './generation.ts';
import type { Generation } from './generation.ts';
import { ownSchema } from './migrations.ts';
import type { WordStatistics } from './word-search.ts';
import { countStems, countWords, removedUses } from './word-counts.ts';

/** Any number that no other program is likely to lock by; the shelf's hash is the second of the pair. */
const buildLock = 7_346_022;

/**
 * Builds the next generation of a shelf and makes it the live one; to be done in one transaction, so that nobody sees a
 * part of it. Rows of the generation that was live are kept for those who still read it, older ones removed. Throws as
 * `buildIndex` does.
 */
export async function buildGeneration(
  session: Session,
  shelf: string,
  request: BuildRequest,
): Promise<Manifest> {
  await takeLock(session, shelf);
  const { embedder, onProgress, signal } = request;
  const live = await openLive(session, shelf, request);
  assertSameBase(request, live?.manifest ?? null);
  const isSame = live !== null && isSameModel(live.manifest.model, embedder);
  // What stays is worth keeping in place; where nothing does, indexes are made faster and better over new tables.
  const base = (request.unchanged?.size ?? 0) > 0 ? live : null;
  const collection = base?.collection ?? (await createCollection(session, shelf));
  const number = (base?.number ?? 0) + 1;
  const schema = schemaOf(collection);
  const gone = base ? await remove(session, schema, number, base, request) : nothing();
  await addRows(session, request, {
    collection,
    generation: number,
    known: isSame ? live.collection : null,
  });
  signal?.throwIfAborted();
  onProgress?.({ stage: 'writing', done: 0, total: 0 });
  await countStems(session, schema, number, 'added');
  await countWords(session, schema, wordUsesOf(request.episodes, request.passages), 1);
  onProgress?.({ stage: 'linking', done: 0, total: 0 });
  await createIndexes(session, collection, embedder.dimensions);
  signal?.throwIfAborted();
  const added = await contentOf(session, schema, 'added', number);
  const before = base ? contentIn(base) : nothing();
  const content = combined(combined(before, added, 1), gone, -1);
  const manifest = manifestOf(request, content);
  await session.execute(
    `INSERT INTO ${ownSchema}.generations (collection, number, name, manifest, text_words, context_words)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [
      collection,
      number,
      manifest.generation,
      JSON.stringify(manifest),
      content.words.text,
      content.words.context,
    ],
  );
  await session.execute(
    `INSERT INTO ${ownSchema}.shelves (name, collection, generation) VALUES ($1, $2, $3)
     ON CONFLICT (name) DO UPDATE SET collection = EXCLUDED.collection, generation = EXCLUDED.generation`,
    [shelf, collection, number],
  );
  await removeOld(session, shelf, { collection, number, kept: live?.collection ?? collection });
  return manifest;
}

/** Throws `UserError` ('index-busy') where another build of the shelf is at work. */
async function takeLock(session: Session, shelf: string): Promise<void> {
  const [lock] = await session.rows(
    z.object({ taken: z.boolean() }),
    'SELECT pg_try_advisory_xact_lock($1, hashtext($2)) AS taken',
    [buildLock, shelf],
  );
  if (lock?.taken) return;
  throw new UserError(
    'index-busy',
    `Another build of the shelf "${shelf}" is at work in the database. Wait until it is done, and run \`npm run ingest\` again.`,
  );
}

/** The live generation; null where there is none that can be used and none is needed. */
async function openLive(
  session: Session,
  shelf: string,
  { unchanged, embedder }: BuildRequest,
): Promise<Generation | null> {
  try {
    const live = await readGeneration(session, await liveName(session, shelf));
    if ((unchanged?.size ?? 0) > 0 && !isSameModel(live.manifest.model, embedder)) {
      throw damaged(`generation ${live.manifest.generation}`, 'was made with another embedding model');
    }
    return live;
  } catch (error) {
    if (error instanceof UserError && (unchanged?.size ?? 0) === 0) return null;
    throw error;
  }
}

/** What rows amount to. */
interface Content {
  counts: Counts;
  words: WordStatistics['words'];
}

function nothing(): Content {
  return {
    counts: { episodes: 0, paragraphs: 0, passages: 0, questions: 0 },
    words: { text: 0, context: 0 },
  };
}

function contentIn({ manifest, statistics }: Generation): Content {
  return { counts: manifest.counts, words: statistics.words };
}

function combined(a: Content, b: Content, sign: 1 | -1): Content {
  return {
    counts: {
      episodes: a.counts.episodes + sign * b.counts.episodes,
      paragraphs: a.counts.paragraphs + sign * b.counts.paragraphs,
      passages: a.counts.passages + sign * b.counts.passages,
      questions: a.counts.questions + sign * b.counts.questions,
    },
    words: {
      text: a.words.text + sign * b.words.text,
      context: a.words.context + sign * b.words.context,
    },
  };
}

const contentRow = z.object({
  episodes: z.coerce.number(),
  paragraphs: z.coerce.number(),
  passages: z.coerce.number(),
  questions: z.coerce.number(),
  text: z.coerce.number(),
  context: z.coerce.number(),
});

/** What a generation adds, or removes. */
async function contentOf(
  session: Session,
  schema: string,
  change: 'added' | 'removed',
  generation: number,
): Promise<Content> {
  const [row] = await session.rows(
    contentRow,
    `SELECT e.episodes, e.paragraphs, p.passages, q.questions, p.text, p.context FROM
       (SELECT count(*) AS episodes, coalesce(sum(paragraphs), 0) AS paragraphs
        FROM ${schema}.episodes WHERE ${change} = $1) e,
       (SELECT count(*) AS passages, coalesce(sum(text_words), 0) AS text,
          coalesce(sum(context_words), 0) AS context
        FROM ${schema}.passages WHERE ${change} = $1) p,
       (SELECT count(*) AS questions FROM ${schema}.questions WHERE ${change} = $1) q`,
    [generation],
  );
  if (!row) return nothing();
  const { text, context, ...counts } = row;
  return { counts, words: { text, context } };
}

/** Marks as removed what neither stays nor was there; throws where an episode should stay that is not there. */
async function remove(
  session: Session,
  schema: string,
  generation: number,
  live: Generation,
  { episodes, unchanged }: BuildRequest,
): Promise<Content> {
  const replaced = new Set(episodes.map(({ number }) => number));
  const alive = [...(unchanged ?? [])].filter((number) => !replaced.has(number));
  const there = await session.rows(
    z.object({ number: z.number().int() }),
    `SELECT number FROM ${schema}.episodes WHERE removed IS NULL`,
  );
  const numbers = new Set(there.map(({ number }) => number));
  const missing = alive.find((number) => !numbers.has(number));
  if (missing !== undefined) {
    throw damaged(`generation ${live.manifest.generation}`, `lacks episode ${missing}`);
  }
  const staying = new Set(alive);
  const gone = [...numbers].filter((number) => !staying.has(number));
  for (const [table, column] of [
    ['episodes', 'number'],
    ['passages', 'episode'],
    ['questions', 'episode'],
  ] as const) {
    await session.execute(
      `UPDATE ${schema}.${table} SET removed = $1 WHERE removed IS NULL AND ${column} = ANY($2::int[])`,
      [generation, gone],
    );
  }
  await countStems(session, schema, generation, 'removed');
  await countWords(session, schema, await removedUses(session, schema, generation), -1);
  return contentOf(session, schema, 'removed', generation);
}

function manifestOf(request: BuildRequest, { counts }: Content): Manifest {
  const { embedder, sources, inputs } = request;
  const now = new Date();
  return {
    format: indexFormat,
    generation: newGenerationName(now, randomBytes(4).toString('hex')),
    createdAt: now.toISOString(),
    model: { name: embedder.name, dimensions: embedder.dimensions, revision: embedder.revision },
    counts,
    sources,
    segments: [],
    inputs: [...(inputs ?? [])],
    files: {},
  };
}

/** Removes what neither this generation nor the one before it needs. */
async function removeOld(
  session: Session,
  shelf: string,
  { collection, number, kept }: { collection: number; number: number; kept: number },
): Promise<void> {
  const old = await session.rows(
    z.object({ id: z.number().int() }),
    `SELECT id FROM ${ownSchema}.collections WHERE shelf = $1 AND id <> $2 AND id <> $3`,
    [shelf, collection, kept],
  );
  for (const { id } of old) await dropCollection(session, id);
  const schema = schemaOf(collection);
  for (const table of ['episodes', 'passages', 'questions'] as const) {
    await session.execute(`DELETE FROM ${schema}.${table} WHERE removed < $1`, [number]);
  }
  await session.execute(`DELETE FROM ${ownSchema}.generations WHERE collection = $1 AND number < $2`, [
    collection,
    number - 1,
  ]);
}
