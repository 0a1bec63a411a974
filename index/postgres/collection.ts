import { z } from 'zod';
import type { Session } from './database.ts';
import { ownSchema } from './migrations.ts';

/** Passages below which their vectors are compared one by one, as in files: sooner done than a graph is walked. */
const fewestForGraph = 1024;

/** The schema with the tables of a collection. */
export function schemaOf(collection: number): string {
  return `${ownSchema}_${Math.trunc(collection)}`;
}

/**
 * Makes the tables of a new collection. A row is there from the generation `added` on, and no longer from `removed` on.
 * `words` holds the stems of a passage's text with weight A, and those of the words around it with weight B.
 */
export async function createCollection(session: Session, shelf: string): Promise<number> {
  const [row] = await session.rows(
    z.object({ id: z.number().int() }),
    `INSERT INTO ${ownSchema}.collections (shelf) VALUES ($1) RETURNING id`,
    [shelf],
  );
  if (!row) throw new RangeError('a row that was inserted was not returned');
  const schema = schemaOf(row.id);
  await session.execute(`
    CREATE SCHEMA ${schema};
    CREATE TABLE ${schema}.episodes (
      number int NOT NULL, added int NOT NULL, removed int,
      paragraphs int NOT NULL, outline text NOT NULL, body bytea NOT NULL,
      PRIMARY KEY (number, added)
    );
    CREATE TABLE ${schema}.passages (
      number int PRIMARY KEY, added int NOT NULL, removed int,
      episode int NOT NULL, speaker text,
      text_words int NOT NULL, context_words int NOT NULL,
      words tsvector NOT NULL, hash bytea NOT NULL, body text NOT NULL, embedding vector NOT NULL
    );
    CREATE TABLE ${schema}.questions (
      number int PRIMARY KEY, added int NOT NULL, removed int,
      passage int NOT NULL, span int NOT NULL, episode int NOT NULL, speaker text,
      hash bytea NOT NULL, body text NOT NULL, embedding vector NOT NULL
    );
    CREATE TABLE ${schema}.stems (
      stem text PRIMARY KEY, in_text int NOT NULL, in_context int NOT NULL
    );
    CREATE TABLE ${schema}.vocabulary (
      word text PRIMARY KEY, passages int NOT NULL, small int NOT NULL, capital int NOT NULL
    );
  `);
  return row.id;
}

/** Makes what searches need, once rows are there: faster than to keep it up with each of them. */
export async function createIndexes(session: Session, collection: number, dimensions: number): Promise<void> {
  const schema = schemaOf(collection);
  await session.execute(`
    CREATE INDEX IF NOT EXISTS passages_words ON ${schema}.passages USING gin (words) WITH (fastupdate = off);
    CREATE INDEX IF NOT EXISTS passages_episode ON ${schema}.passages (episode);
    CREATE INDEX IF NOT EXISTS passages_hash ON ${schema}.passages (hash);
    CREATE INDEX IF NOT EXISTS questions_episode ON ${schema}.questions (episode);
    CREATE INDEX IF NOT EXISTS questions_hash ON ${schema}.questions (hash);
    CREATE INDEX IF NOT EXISTS questions_passage ON ${schema}.questions (passage);
  `);
  await session.execute(`SELECT set_config('maintenance_work_mem', '512MB', true)`);
  for (const table of ['passages', 'questions'] as const) {
    if (!(await holdsMany(session, `${schema}.${table}`))) continue;
    await session.execute(
      `CREATE INDEX IF NOT EXISTS ${table}_embedding ON ${schema}.${table}
       USING hnsw ((${rounded('embedding', dimensions)}) halfvec_ip_ops) WITH (m = 16, ef_construction = 200)`,
    );
  }
  await session.execute(
    `ANALYZE ${schema}.passages; ANALYZE ${schema}.questions; ANALYZE ${schema}.episodes`,
  );
}

/** The expression that graphs are built over: half the size, and compared again exactly what is found. */
export function rounded(vector: string, dimensions: number): string {
  return `${vector}::halfvec(${Math.trunc(dimensions)})`;
}

export async function dropCollection(session: Session, collection: number): Promise<void> {
  await session.execute(`DROP SCHEMA IF EXISTS ${schemaOf(collection)} CASCADE`);
  await session.execute(`DELETE FROM ${ownSchema}.collections WHERE id = $1`, [collection]);
}

async function holdsMany(session: Session, table: string): Promise<boolean> {
  const found = await session.rows(
    z.object({ number: z.number() }),
    `SELECT number FROM ${table} OFFSET $1 LIMIT 1`,
    [fewestForGraph - 1],
  );
  return found.length > 0;
}
