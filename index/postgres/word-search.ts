import { z } from 'zod';
import { inverseFrequency, lengthWeight, saturation } from '../text/bm25.ts';
import type { WordView } from '../segments/segment.ts';
import type { Hit } from '../vectors/top-hits.ts';
import type { Session } from './database.ts';
import type { Condition } from './visible.ts';

/** What of a generation word searches need. */
export interface WordStatistics {
  /** Passages of the generation. */
  passages: number;
  /** Words of all of them. */
  words: Readonly<Record<WordView, number>>;
}

/** The weight that a view's stems have in `words`. */
export const viewWeight: Readonly<Record<WordView, 'A' | 'B'>> = { text: 'A', context: 'B' };

/** A stem longer than this, in bytes, cannot stand in a text search vector. */
export const longestLexeme = 2046;

interface WeighedStem {
  stem: string;
  /** Passages that hold it. */
  holding: number;
  idf: number;
}

/**
 * The best `limit` passages by the very BM25 that files are searched by (PostgreSQL's own ranks know nothing of how
 * rare a word is). Full-text search finds the passages that hold a rare stem; those that hold only commoner ones are
 * looked at only where they could still be among the best, as a stem adds at most `idf · (k1 + 1)` to a score
 * (Turtle and Flood, 1995, "Query evaluation: strategies and optimizations", `MaxScore`).
 */
export async function searchWords(
  session: Session,
  schema: string,
  query: {
    view: WordView;
    stems: readonly string[];
    limit: number;
    condition: Condition;
    statistics: WordStatistics;
  },
): Promise<Hit[]> {
  const stems = await weigh(session, schema, query);
  let essential = fewestHolding(stems, query.limit);
  for (;;) {
    const hits = await score(session, schema, query, { stems, essential });
    const needed = essentialFor(stems, hits.length < query.limit ? 0 : (hits.at(-1)?.score ?? 0));
    if (needed <= essential) return hits;
    essential = needed;
  }
}

/** The stems that any passage holds, the rarest first. */
async function weigh(
  session: Session,
  schema: string,
  { view, stems, statistics }: Parameters<typeof searchWords>[2],
): Promise<WeighedStem[]> {
  const rows = await session.rows(
    z.object({ stem: z.string(), holding: z.number().int() }),
    `SELECT stem, in_${view} AS holding FROM ${schema}.stems WHERE stem = ANY($1::text[]) AND in_${view} > 0`,
    [stems],
  );
  return rows
    .map(({ stem, holding }) => ({ stem, holding, idf: inverseFrequency(statistics.passages, holding) }))
    .sort((a, b) => b.idf - a.idf || (a.stem < b.stem ? -1 : 1));
}

/** As many of the rarest stems as it takes to find `limit` passages. */
function fewestHolding(stems: readonly WeighedStem[], limit: number): number {
  let found = 0;
  const last = stems.findIndex(({ holding }) => (found += holding) >= limit);
  return last < 0 ? stems.length : last + 1;
}

/** As many of the rarest stems that a passage with none of them cannot reach a score. */
function essentialFor(stems: readonly WeighedStem[], least: number): number {
  let rest = 0;
  for (let count = stems.length; count > 0; count--) {
    rest += (stems[count - 1]?.idf ?? 0) * (saturation + 1);
    if (rest >= least) return count;
  }
  return 0;
}

const hitRow = z.object({ id: z.number().int(), score: z.number() });

async function score(
  session: Session,
  schema: string,
  { view, limit, condition, statistics }: Parameters<typeof searchWords>[2],
  { stems, essential }: { stems: readonly WeighedStem[]; essential: number },
): Promise<Hit[]> {
  if (essential === 0) return [];
  const weight = viewWeight[view];
  const at = condition.values.length;
  const average = statistics.words[view] / Math.max(statistics.passages, 1) || 1;
  return session.rows(
    hitRow,
    `SELECT number AS id, (
       SELECT sum(idf * (count * ${saturation + 1}) / (count + norm))
       FROM (
         SELECT idf, cardinality(array_positions(weights, '${weight}'))::float8 AS count,
           ${saturation} * (1 - ${lengthWeight} + ${lengthWeight} * ${view}_words / $${at + 4}::float8) AS norm
         FROM unnest(words) AS held (lexeme, positions, weights)
         JOIN unnest($${at + 2}::text[], $${at + 3}::float8[]) AS asked (stem, idf) ON stem = lexeme
       ) AS counted
     ) AS score
     FROM ${schema}.passages
     WHERE words @@ $${at + 1}::tsquery AND ${condition.sql}
     ORDER BY score DESC, id LIMIT $${at + 5}`,
    [
      ...condition.values,
      stems
        .slice(0, essential)
        .map(({ stem }) => `'${stem}':${weight}`)
        .join(' | '),
      stems.map(({ stem }) => stem),
      stems.map(({ idf }) => idf),
      average,
      limit,
    ],
  );
}
