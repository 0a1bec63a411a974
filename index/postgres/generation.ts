import { z } from 'zod';
import { UserError } from '../../ingest/user-error.ts';
import { damaged, manifestSchema } from '../manifest.ts';
import type { Manifest } from '../passage-index.ts';
import { schemaOf } from './collection.ts';
import type { Session } from './database.ts';
import { ownSchema } from './migrations.ts';
import type { WordStatistics } from './word-search.ts';

/** A generation of a shelf in PostgreSQL. */
export interface Generation {
  collection: number;
  /** Counts a collection's generations from 1. */
  number: number;
  manifest: Manifest;
  statistics: WordStatistics;
}

const generationRow = z.object({
  collection: z.number().int(),
  number: z.number().int(),
  manifest: z.string(),
  textWords: z.coerce.number(),
  contextWords: z.coerce.number(),
});

/** The name of a shelf's live generation. Throws `UserError` ('index-missing') where there is none. */
export async function liveName(session: Session, shelf: string): Promise<string> {
  const [row] = await session.rows(
    z.object({ name: z.string() }),
    `SELECT g.name FROM ${ownSchema}.shelves s
     JOIN ${ownSchema}.generations g ON g.collection = s.collection AND g.number = s.generation
     WHERE s.name = $1`,
    [shelf],
  );
  if (row) return row.name;
  throw new UserError(
    'index-missing',
    `There is no index of the shelf "${shelf}" in the database. Run \`npm run ingest\` to build it.`,
  );
}

/**
 * A generation by its name. Throws `UserError` ('index-damaged') where it is gone, or of another version of this
 * program.
 */
export async function readGeneration(session: Session, name: string): Promise<Generation> {
  const [row] = await session.rows(
    generationRow,
    `SELECT collection, number, manifest, text_words AS "textWords", context_words AS "contextWords"
     FROM ${ownSchema}.generations WHERE name = $1`,
    [name],
  );
  if (!row) throw damaged(`generation ${name}`, 'is no longer there');
  const parsed = manifestSchema.safeParse(JSON.parse(row.manifest));
  if (!parsed.success) {
    throw damaged(`generation ${name}`, 'was written by another version of this program', parsed.error);
  }
  const { collection, number, textWords, contextWords } = row;
  return {
    collection,
    number,
    manifest: parsed.data,
    statistics: {
      passages: parsed.data.counts.passages,
      words: { text: textWords, context: contextWords },
    },
  };
}

/** Whether a collection has graphs of its passages and of its questions. */
export async function graphsOf(
  session: Session,
  collection: number,
): Promise<{ passages: boolean; questions: boolean }> {
  const schema = schemaOf(collection);
  const [row] = await session.rows(
    z.object({ passages: z.boolean(), questions: z.boolean() }),
    'SELECT to_regclass($1) IS NOT NULL AS passages, to_regclass($2) IS NOT NULL AS questions',
    [`${schema}.passages_embedding`, `${schema}.questions_embedding`],
  );
  return row ?? { passages: false, questions: false };
}
