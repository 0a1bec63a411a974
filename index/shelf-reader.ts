import { pathToFileURL } from 'node:url';
import Database from 'libsql';
import { z } from 'zod';
import type { Episode } from '../ingest/episode.ts';
import type { Passage } from '../ingest/passage.ts';
import { anyOf } from './full-text-query.ts';
import { damaged } from './manifest.ts';
import type { Manifest, PassageFilter } from './passage-index.ts';
import { storedEpisode, storedPassage } from './stored-shapes.ts';

export interface TextHit {
  id: number;
  score: number;
}

const idRows = z.array(z.object({ id: z.number() }));
const hitRows = z.array(z.object({ id: z.number(), score: z.number() }));
const bodyRows = z.array(z.object({ body: z.string() }));
const bodyByIdRows = z.array(z.object({ id: z.number(), body: z.string() }));
const questionRows = z.array(z.object({ id: z.number(), passage: z.number() }));
const countRows = z.array(z.object({ count: z.number() }));
const checkRows = z.array(z.object({ result: z.string() }));
const wordRows = z.array(z.object({ word: z.string(), passages: z.number() }));

/** Reads the database of a generation. A failing read throws `UserError` ('index-damaged'). */
export class ShelfReader {
  private readonly database: Database.Database;

  constructor(private readonly file: string) {
    // Immutable: a generation never changes, so SQLite need not lock it or write beside it.
    this.database = new Database(`${pathToFileURL(file).href}?immutable=1`);
  }

  /** Best `limit` passages by BM25 over the passage's words (higher is better). */
  searchText(terms: readonly string[], limit: number, allowed?: readonly number[]): TextHit[] {
    return this.search('passage_text', 'bm25(passage_text)', terms, limit, allowed);
  }

  /** Best `limit` passages by BM25 over the words around the passage (higher is better). */
  searchContext(terms: readonly string[], limit: number, allowed?: readonly number[]): TextHit[] {
    return this.search('passage_context', 'bm25(passage_context)', terms, limit, allowed);
  }

  private search(
    table: string,
    rank: string,
    terms: readonly string[],
    limit: number,
    allowed?: readonly number[],
  ): TextHit[] {
    const expression = anyOf(terms);
    if (expression === null || limit < 1) return [];
    const among = allowed ? 'AND rowid IN (SELECT value FROM json_each(?))' : '';
    return this.rows(
      hitRows,
      `SELECT rowid AS id, -${rank} AS score FROM ${table} WHERE ${table} MATCH ? ${among} ORDER BY score DESC, id LIMIT ?`,
      [expression, ...(allowed ? [JSON.stringify(allowed)] : []), Math.floor(limit)],
    );
  }

  /** Ids of the passages that a filter lets through, ascending; null where it does not narrow. */
  allowedIds(filter: PassageFilter | undefined): number[] | null {
    const conditions: string[] = [];
    const values: string[] = [];
    for (const [column, wanted] of [
      ['episode', filter?.episodes],
      ['speaker', filter?.speakers],
    ] as const) {
      if (!wanted || wanted.length === 0) continue;
      conditions.push(`${column} IN (SELECT value FROM json_each(?))`);
      values.push(JSON.stringify(wanted));
    }
    if (conditions.length === 0) return null;
    const sql = `SELECT id FROM passages WHERE ${conditions.join(' AND ')} ORDER BY id`;
    return this.rows(idRows, sql, values).map(({ id }) => id);
  }

  passages(ids: readonly number[]): Map<number, Passage> {
    const sql = 'SELECT id, body FROM passages WHERE id IN (SELECT value FROM json_each(?))';
    const rows = this.rows(bodyByIdRows, sql, [JSON.stringify(ids)]);
    return new Map(rows.map(({ id, body }) => [id, this.parse(storedPassage, body)]));
  }

  passageIds(episode: number): number[] {
    const sql = 'SELECT id FROM passages WHERE episode = ? ORDER BY position';
    return this.rows(idRows, sql, [episode]).map(({ id }) => id);
  }

  /** Text of every passage by id. */
  passageTexts(): Map<number, string> {
    const rows = this.rows(bodyByIdRows, "SELECT id, json_extract(body, '$.text') AS body FROM passages", []);
    return new Map(rows.map(({ id, body }) => [id, body]));
  }

  /** Has SQLite check its own structure and compares the counts; throws `UserError` where something is wrong. */
  verify(expected: Manifest['counts']): void {
    for (const table of ['episodes', 'passages', 'questions'] as const) {
      const [row] = this.rows(countRows, `SELECT count(*) AS count FROM ${table}`, []);
      if (row?.count !== expected[table]) {
        throw damaged(
          this.file,
          `holds ${row?.count ?? 'no'} ${table} where ${expected[table]} were written`,
        );
      }
    }
    const [row] = this.rows(checkRows, 'SELECT quick_check AS result FROM pragma_quick_check', []);
    if (row?.result !== 'ok') throw damaged(this.file, `is not whole (${row?.result ?? 'no result'})`);
  }

  /** For each question, by its number, the id of its passage. */
  questionPassages(): Int32Array {
    const rows = this.rows(questionRows, 'SELECT id, passage FROM questions ORDER BY id', []);
    return Int32Array.from(rows, ({ passage }) => passage);
  }

  /** Texts of these questions, or of all, by number. */
  questionTexts(ids?: readonly number[]): Map<number, string> {
    const among = ids ? 'WHERE id IN (SELECT value FROM json_each(?))' : '';
    const rows = this.rows(
      bodyByIdRows,
      `SELECT id, body FROM questions ${among}`,
      ids ? [JSON.stringify(ids)] : [],
    );
    return new Map(rows.map(({ id, body }) => [id, this.parse(z.string(), body)]));
  }

  episodes(): Episode[] {
    const rows = this.rows(bodyRows, 'SELECT body FROM episodes ORDER BY number', []);
    return rows.map(({ body }) => this.parse(storedEpisode, body));
  }

  episode(number: number): Episode | null {
    const [row] = this.rows(bodyRows, 'SELECT body FROM episodes WHERE number = ?', [number]);
    return row ? this.parse(storedEpisode, row.body) : null;
  }

  vocabulary(): Map<string, number> {
    const rows = this.rows(wordRows, 'SELECT word, passages FROM words', []);
    return new Map(rows.map(({ word, passages }) => [word, passages]));
  }

  close(): void {
    this.database.close();
  }

  private rows<T>(shape: z.ZodType<T>, sql: string, values: readonly (string | number)[]): T {
    let found: unknown;
    try {
      // One array: libsql reads a lone object as named parameters.
      found = this.database.prepare(sql).all([...values]);
    } catch (error) {
      if (isDamage(error)) throw damaged(this.file, 'cannot be read', error);
      throw error;
    }
    const parsed = shape.safeParse(found);
    if (!parsed.success) throw damaged(this.file, 'does not hold what it should', parsed.error);
    return parsed.data;
  }

  private parse<T>(shape: z.ZodType<T>, body: string): T {
    try {
      return shape.parse(JSON.parse(body));
    } catch (error) {
      throw damaged(this.file, 'does not hold what it should', error);
    }
  }
}

function isDamage(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return false;
  return /^SQLITE_(CORRUPT|NOTADB|IOERR|CANTOPEN|FULL)/.test(error.code);
}
