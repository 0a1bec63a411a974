import { types } from 'node:util';
import { createHash } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import Database from 'libsql';
import { z } from 'zod';
import { damaged } from '../manifest.ts';

/** What a record is of; ids are unique within a kind. */
export type RecordKind = 'episodes' | 'passages' | 'questions';

const kinds: readonly RecordKind[] = ['episodes', 'passages', 'questions'];

/**
 * Bodies are bytes, or JSON, which carries every character that a transcript may hold (SQLite texts end at a NUL). Each
 * has a checksum, so that a damaged page is told where it is read, and the file need not be read whole to be opened.
 */
const schema = kinds
  .map((kind) => `CREATE TABLE ${kind} (id INTEGER PRIMARY KEY, body BLOB NOT NULL, sum TEXT NOT NULL);`)
  .join('\n');

const bytes = z.custom<ArrayBuffer>(types.isAnyArrayBuffer).transform((buffer) => Buffer.from(buffer));
const text = bytes.transform((buffer) => buffer.toString());
const bodyRows = z.array(z.object({ id: z.number(), body: bytes, sum: text }));
const countRows = z.array(z.object({ count: z.number() }));
const checkRows = z.array(z.object({ result: z.string() }));

/** Writes a new database of records: of bytes as they are, and of everything else as JSON. */
export function writeRecords(
  file: string,
  records: Readonly<Record<RecordKind, Iterable<{ id: number; value: unknown }>>>,
): void {
  const database = new Database(file);
  try {
    // Nothing to protect: a half-written file is thrown away, a whole one is flushed to disk before it is used.
    database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;');
    database.exec(schema);
    database.exec('BEGIN');
    for (const kind of kinds) {
      const insert = database.prepare(`INSERT INTO ${kind} (id, body, sum) VALUES (?, ?, ?)`);
      for (const { id, value } of records[kind]) {
        const body = value instanceof Uint8Array ? Buffer.from(value) : Buffer.from(JSON.stringify(value));
        insert.run([id, body, recordSum(kind, id, body)]);
      }
    }
    database.exec('COMMIT');
  } finally {
    database.close();
  }
}

function recordSum(kind: RecordKind, id: number, body: Uint8Array): string {
  return createHash('sha256').update(`${kind} ${id} `).update(body).digest('hex').slice(0, 16);
}

/** Reads records. One that is missing or damaged throws `UserError` ('index-damaged'). */
export class RecordReader {
  private readonly database: Database.Database;

  constructor(private readonly file: string) {
    // Immutable: a generation never changes, so SQLite need not lock it or write beside it.
    this.database = new Database(`${pathToFileURL(file).href}?immutable=1`);
  }

  /** The records of these ids, all of which were written as JSON. */
  read<T>(kind: RecordKind, ids: readonly number[], shape: z.ZodType<T>): Map<number, T> {
    const bodies = this.readBytes(kind, ids);
    return new Map([...bodies].map(([id, body]) => [id, this.parse(shape, body.toString())]));
  }

  /** The records of these ids, all of which were written, as they lie there. */
  readBytes(kind: RecordKind, ids: readonly number[]): Map<number, Buffer> {
    // As bytes: libsql ends the process over a damaged text that is no UTF-8.
    const sql = `SELECT id, body, CAST(sum AS BLOB) AS sum FROM ${kind} WHERE id IN (SELECT value FROM json_each(?))`;
    const rows = this.rows(bodyRows, sql, [JSON.stringify(ids)]);
    const found = new Map<number, Buffer>();
    for (const { id, body, sum } of rows) {
      if (sum !== recordSum(kind, id, body))
        throw damaged(this.file, `is not what was written at ${kind} ${id}`);
      found.set(id, body);
    }
    const missing = ids.find((id) => !found.has(id));
    if (missing !== undefined) throw damaged(this.file, `lacks ${kind} ${missing}`);
    return found;
  }

  /** Has SQLite check its own structure and compares the counts; throws `UserError` where something is wrong. */
  verify(expected: Readonly<Record<RecordKind, number>>): void {
    for (const kind of kinds) {
      const [row] = this.rows(countRows, `SELECT count(*) AS count FROM ${kind}`, []);
      if (row?.count !== expected[kind]) {
        throw damaged(this.file, `holds ${row?.count ?? 'no'} ${kind} where ${expected[kind]} were written`);
      }
    }
    const [row] = this.rows(checkRows, 'SELECT quick_check AS result FROM pragma_quick_check', []);
    if (row?.result !== 'ok') throw damaged(this.file, `is not whole (${row?.result ?? 'no result'})`);
  }

  close(): void {
    this.database.close();
  }

  private rows<T>(shape: z.ZodType<T>, sql: string, values: readonly string[]): T {
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

/** A damaged file may also seem to lack a table, or be none at all. */
function isDamage(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return false;
  return /^SQLITE_(CORRUPT|NOTADB|IOERR|CANTOPEN|FULL|ERROR)/.test(error.code);
}
