import { z } from 'zod';
import type { Hit } from '../vectors/top-hits.ts';
import { addVote, voteSql } from '../vectors/votes.ts';
import { rounded } from './collection.ts';
import type { Session } from './database.ts';
import type { Condition } from './visible.ts';

/** The question nearest to the query among those of a passage. */
export interface NearestQuestion {
  passage: number;
  /** By span of the passage. */
  votes: number[];
  text: string;
  score: number;
}

interface Query {
  /** Unit vector. */
  vector: Float32Array;
  limit: number;
  condition: Condition;
  /** Whether there is a graph to be walked. */
  hasGraph: boolean;
}

const nearestRow = z.object({
  passage: z.number().int(),
  text: z.string(),
  score: z.number(),
  fetched: z.number().int(),
});

/** How many more the graph is asked for than are wanted: rounded vectors order near neighbours a little differently. */
const margin = 2;

/** The most that pgvector looks at in one search of a graph; more is compared one by one. */
const mostFromGraph = 1000;

/** The `limit` passages nearest to a vector by cosine, best first; exact where a filter narrows the search. */
export async function nearestPassages(session: Session, schema: string, query: Query): Promise<Hit[]> {
  const { condition, limit } = query;
  return session.rows(
    z.object({ id: z.number().int(), score: z.number() }),
    `SELECT number AS id, ${scoreSql(condition)} AS score
     FROM (SELECT number, embedding FROM ${schema}.passages WHERE ${nearest(query, limit * margin)}) AS near
     ORDER BY score DESC, id LIMIT $${condition.values.length + 3}`,
    [...valuesOf(query, limit * margin), limit],
  );
}

/** For the `limit` passages with the nearest questions: their nearest question, best first, and the votes of all. */
export async function nearestQuestions(
  session: Session,
  schema: string,
  query: Query,
): Promise<NearestQuestion[]> {
  const { condition, limit } = query;
  // A passage has several questions, so how many to fetch for `limit` passages is only known by trying.
  for (let fetched = limit * 4; ; fetched *= 4) {
    const rows = await session.rows(
      nearestRow,
      `SELECT passage, text, score, fetched FROM (
         SELECT DISTINCT ON (passage) passage, body AS text, ${scoreSql(condition)} AS score,
           count(*) OVER ()::int AS fetched
         FROM (
           SELECT number, passage, body, embedding FROM ${schema}.questions WHERE ${nearest(query, fetched)}
         ) AS near
         ORDER BY passage, score DESC, number
       ) AS best
       ORDER BY score DESC, passage LIMIT $${condition.values.length + 3}`,
      [...valuesOf(query, fetched), limit],
    );
    if (rows.length >= limit || (rows[0]?.fetched ?? 0) < fetched)
      return withVotes(rows, session, schema, query);
  }
}

async function withVotes(
  found: readonly z.infer<typeof nearestRow>[],
  session: Session,
  schema: string,
  { condition, vector }: Query,
): Promise<NearestQuestion[]> {
  const rows = await session.rows(
    z.object({ passage: z.number().int(), span: z.number().int(), votes: z.number() }),
    `SELECT passage, span, sum(${voteSql('score')}) AS votes FROM (
       SELECT passage, span, ${scoreSql(condition)} AS score FROM ${schema}.questions
       WHERE ${condition.sql} AND passage = ANY($${condition.values.length + 2}::int[])
     ) AS theirs
     GROUP BY passage, span`,
    [...condition.values, vectorText(vector), found.map(({ passage }) => passage)],
  );
  const votes = new Map(found.map(({ passage }) => [passage, [] as number[]]));
  for (const { passage, span, votes: its } of rows) addVote(votes.get(passage) ?? [], span, its);
  return found.map(({ passage, text, score }) => ({ passage, text, score, votes: votes.get(passage) ?? [] }));
}

/** A condition, order and limit that find the nearest rows; its values are those of `valuesOf`. */
function nearest({ condition, vector, hasGraph }: Query, most: number): string {
  const at = condition.values.length;
  const byGraph = hasGraph && !condition.narrows && most <= mostFromGraph;
  const distance = byGraph
    ? `${rounded('embedding', vector.length)} <#> ${rounded(`$${at + 1}::vector`, vector.length)}`
    : `embedding <#> $${at + 1}::vector`;
  return `${condition.sql} ORDER BY ${distance} LIMIT $${at + 2}`;
}

/** pgvector's operator gives the negative inner product, which of unit vectors is the cosine. */
function scoreSql({ values }: Condition): string {
  return `-(embedding <#> $${values.length + 1}::vector)`;
}

function valuesOf({ condition, vector }: Query, most: number): unknown[] {
  return [...condition.values, vectorText(vector), most];
}

/** A vector as pgvector reads it; nine digits tell any two 32-bit numbers apart. */
export function vectorText(vector: Float32Array): string {
  return `[${Array.from(vector, (value) => value.toPrecision(9)).join(',')}]`;
}

/** Reads a vector as pgvector sends it: its dimensions and two bytes unused, then 32-bit numbers, big endian. */
export function readVector(bytes: Buffer): Float32Array {
  const vector = new Float32Array(bytes.readUInt16BE(0));
  for (let i = 0; i < vector.length; i++) vector[i] = bytes.readFloatBE(4 + 4 * i);
  return vector;
}
