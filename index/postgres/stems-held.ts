import { z } from 'zod';
import type { StemsHeld } from '../passage-index.ts';
import type { Session } from './database.ts';
import type { Condition } from './visible.ts';
import { longestLexeme, viewWeight } from './word-search.ts';

/** Counts, for each episode of a generation, how many of these stems the text of its passages holds. */
export async function stemsHeld(
  session: Session,
  schema: string,
  { stems, condition }: { stems: readonly string[]; condition: Condition },
): Promise<StemsHeld> {
  const kept = stems.filter((stem) => Buffer.byteLength(stem) <= longestLexeme);
  const rows = await session.rows(
    z.object({ episode: z.number().int(), held: z.number().int() }),
    `SELECT episode, count(DISTINCT asked.stem)::int AS held
     FROM unnest($${condition.values.length + 1}::text[]) AS asked (stem)
     JOIN ${schema}.passages ON words @@ asked.stem::tsquery
     WHERE ${condition.sql} GROUP BY episode`,
    [...condition.values, kept.map((stem) => `'${stem}':${viewWeight.text}`)],
  );
  return { stems: kept.length, episodes: new Map(rows.map(({ episode, held }) => [episode, held])) };
}
