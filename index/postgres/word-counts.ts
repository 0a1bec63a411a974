import { z } from 'zod';
import { unpackEpisode } from '../packed-episode.ts';
import type { WordUse } from '../passage-index.ts';
import { wordUsesOf } from '../segments/word-uses.ts';
import { storedPassage } from '../stored-shapes.ts';
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

/** Adds uses of words to the vocabulary, or with `sign` -1 takes them from it. */
export async function countWords(
  session: Session,
  schema: string,
  words: ReadonlyMap<string, WordUse>,
  sign: 1 | -1,
): Promise<void> {
  const entries = [...words];
  for (let at = 0; at < entries.length; at += batchSize) {
    const some = entries.slice(at, at + batchSize);
    const counts = (['passages', 'small', 'capital'] as const).map((column) =>
      some.map(([, use]) => sign * use[column]),
    );
    await session.execute(
      `INSERT INTO ${schema}.vocabulary AS counted (word, passages, small, capital)
       SELECT * FROM unnest($1::text[], $2::int[], $3::int[], $4::int[])
       ON CONFLICT (word) DO UPDATE SET passages = counted.passages + EXCLUDED.passages,
         small = counted.small + EXCLUDED.small, capital = counted.capital + EXCLUDED.capital`,
      [some.map(([word]) => word), ...counts],
    );
  }
}

/** How what a generation removes used words. */
export async function removedUses(
  session: Session,
  schema: string,
  generation: number,
): Promise<Map<string, WordUse>> {
  const passages = await session.rows(
    z.object({ body: z.string() }),
    `SELECT body FROM ${schema}.passages WHERE removed = $1`,
    [generation],
  );
  const episodes = await session.rows(
    z.object({ body: z.instanceof(Buffer) }),
    `SELECT body FROM ${schema}.episodes WHERE removed = $1`,
    [generation],
  );
  return wordUsesOf(
    episodes.map(({ body }) => unpackEpisode(body)),
    passages.map(({ body }) => storedPassage.parse(JSON.parse(body))),
  );
}
