import type { PassageFilter } from '../passage-index.ts';

/** A condition on rows of a collection, with the values of its parameters. */
export interface Condition {
  sql: string;
  values: readonly unknown[];
  /** Whether it leaves out more than what is not in the generation. */
  narrows: boolean;
}

/** Rows that are there in a generation and that a filter lets through; parameters are numbered from `$1`. */
export function visible(generation: number, filter: PassageFilter = {}): Condition {
  const { episodes = [], speakers = [] } = filter;
  const parts = [`added <= $1 AND (removed IS NULL OR removed > $1)`];
  const values: unknown[] = [generation];
  if (episodes.length > 0) {
    values.push(episodes);
    parts.push(`episode = ANY($${values.length}::int[])`);
  }
  if (speakers.length > 0) {
    values.push(speakers.map(plainText));
    parts.push(`speaker = ANY($${values.length}::text[])`);
  }
  return { sql: parts.join(' AND '), values, narrows: values.length > 1 };
}

/** PostgreSQL's text has no NUL. */
export function plainText(text: string): string {
  return text.replaceAll('\0', '\ufffd');
}
