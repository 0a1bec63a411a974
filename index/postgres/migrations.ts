import { z } from 'zod';
import { UserError } from '../../ingest/user-error.ts';
import type { Database, Session } from './database.ts';

/** Where the program keeps what is common to all shelves; each collection has a schema of its own beside it. */
export const ownSchema = 'underdog_answers';

/**
 * What brings a database from one state to the next, numbered by position from 1. Only ever added to: what a database
 * has been through is never changed.
 */
const migrations: readonly string[] = [
  `
  CREATE EXTENSION IF NOT EXISTS vector;

  -- The passages of one shelf under one model; its tables are in the schema underdog_answers_<id>.
  CREATE TABLE underdog_answers.collections (
    id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    shelf text NOT NULL
  );

  -- What of a collection was live at a time: rows added up to this number, and not removed up to it.
  CREATE TABLE underdog_answers.generations (
    collection int NOT NULL REFERENCES underdog_answers.collections ON DELETE CASCADE,
    number int NOT NULL,
    name text NOT NULL UNIQUE,
    manifest text NOT NULL,
    -- Words of all passages, for their average length.
    text_words bigint NOT NULL,
    context_words bigint NOT NULL,
    PRIMARY KEY (collection, number)
  );

  CREATE TABLE underdog_answers.shelves (
    name text PRIMARY KEY,
    collection int NOT NULL,
    generation int NOT NULL,
    FOREIGN KEY (collection, generation) REFERENCES underdog_answers.generations
  );
  `,
];

/** Any number that no other program is likely to lock by. */
const migrationLock = 7_346_021;

/**
 * Brings a database up to date; of several programs that start at once, one does it. Throws `UserError`
 * ('bad-configuration') where a newer version of this program was there before.
 */
export async function migrate(database: Database): Promise<void> {
  const { server } = database;
  const most = migrations.length;
  if ((await reached(database)) === most) return;
  await database.transaction(async (session) => {
    await session.execute('SELECT pg_advisory_xact_lock($1)', [migrationLock]);
    await session.execute(`CREATE SCHEMA IF NOT EXISTS ${ownSchema}`);
    await session.execute(
      `CREATE TABLE IF NOT EXISTS ${ownSchema}.migrations (number int PRIMARY KEY, at timestamptz NOT NULL DEFAULT now())`,
    );
    const before = await reached(session);
    if (before > most) {
      throw new UserError(
        'bad-configuration',
        `The database at ${server} was brought to version ${before} by a newer version of this program, which knows ${most}. Update the program.`,
      );
    }
    for (const [i, sql] of migrations.entries()) {
      if (i < before) continue;
      await session.execute(sql);
      await session.execute(`INSERT INTO ${ownSchema}.migrations (number) VALUES ($1)`, [i + 1]);
    }
  });
}

/** The number of the last migration that a database has been through; 0 for a new one. */
async function reached(session: Session): Promise<number> {
  const [table] = await session.rows(
    z.object({ found: z.boolean() }),
    'SELECT to_regclass($1) IS NOT NULL AS found',
    [`${ownSchema}.migrations`],
  );
  if (!table?.found) return 0;
  const [row] = await session.rows(
    z.object({ last: z.number().int() }),
    `SELECT coalesce(max(number), 0)::int AS last FROM ${ownSchema}.migrations`,
  );
  return row?.last ?? 0;
}
