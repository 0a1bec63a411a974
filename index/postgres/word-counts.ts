import { z } from 'zod';
import type { Passage } from '../../ingest/passage.ts';
import { contextOf } from '../segments/digest.ts';
import { storedPassage } from '../stored-shapes.ts';
import { words } from '../words.ts';
import type { Session } from './database.ts';

/** Words whose counts are sent at a time. */
const batchSize = 10_000;

/** Rows that a generation adds, or that it removes. */
type Change = 'added' | 'removed';

/** Counts the stems of the passages that a generation adds or removes into the numbers of passages that hold them. */
export async function countStems(
  session: Session,
  schema: string,
  generation: number,
  change: Change,
): Promise<void> {
  const sign = change === 'added' ? '' : '-';
  await session.execute(
    `INSERT INTO ${schema}.stems AS counted (stem, in_text, in_context)
     SELECT lexeme, ${sign}count(*) FILTER (WHERE 'A' = ANY(weights)), ${sign}count(*) FILTER (WHERE 'B' = ANY(weights))
     FROM ${schema}.passages, unnest(words) AS held (lexeme, positions, weights)
     WHERE ${change} = $1 GROUP BY lexeme
     ON CONFLICT (stem) DO UPDATE
     SET in_text = counted.in_text + EXCLUDED.in_text, in_context = counted.in_context + EXCLUDED.in_context`,
    [generation],
  );
}

/** The words of passages, unstemmed, with the number of passages that hold each in text or context. */
export function holdingOf(passages: readonly Passage[]): Map<string, number> {
  const holding = new Map<string, number>();
  for (const passage of passages) {
    for (const word of new Set(words(`${passage.text}\n${contextOf(passage)}`))) {
      holding.set(word, (holding.get(word) ?? 0) + 1);
    }
  }
  return holding;
}

/** Adds to the vocabulary, or with `sign` -1 takes from it. */
export async function countWords(
  session: Session,
  schema: string,
  holding: ReadonlyMap<string, number>,
  sign: 1 | -1,
): Promise<void> {
  const entries = [...holding];
  for (let at = 0; at < entries.length; at += batchSize) {
    const some = entries.slice(at, at + batchSize);
    await session.execute(
      `INSERT INTO ${schema}.vocabulary AS counted (word, passages) SELECT * FROM unnest($1::text[], $2::int[])
       ON CONFLICT (word) DO UPDATE SET passages = counted.passages + EXCLUDED.passages`,
      [some.map(([word]) => word), some.map(([, count]) => sign * count)],
    );
  }
}

/** The passages that a generation removes. */
export async function removedPassages(
  session: Session,
  schema: string,
  generation: number,
): Promise<Passage[]> {
  const rows = await session.rows(
    z.object({ body: z.string() }),
    `SELECT body FROM ${schema}.passages WHERE removed = $1`,
    [generation],
  );
  return rows.map(({ body }) => storedPassage.parse(JSON.parse(body)));
}
