import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { PoolClient } from 'pg';
import type { z } from 'zod';
import { databaseFailure, isAway } from './database-failure.ts';

export interface DatabaseOptions {
  /** `postgres://user:password@host:port/database` */
  url: string;
  /** Most connections at a time; a request for more waits. */
  connections: number;
  /** How long one may wait for a connection, and a query may take, in milliseconds. */
  timeout: number;
}

/** Sends statements; what comes back is parsed. */
export interface Session {
  rows<T>(shape: z.ZodType<T>, sql: string, values?: readonly unknown[]): Promise<T[]>;
  execute(sql: string, values?: readonly unknown[]): Promise<void>;
}

/** Waits before another try, in milliseconds: a server that is started again is back within these. */
const pauses = [100, 400, 1500];

/**
 * Every connection's settings. Searching at this breadth is what recall is measured at by `npm run bench`; iterative
 * scans go on where rows that are not to be found took places; compiling a plan takes longer than most of ours run.
 */
const settings = "SET hnsw.ef_search = 256; SET hnsw.iterative_scan = 'strict_order'; SET jit = off;";

/** A PostgreSQL server, through a pool of connections that come back after a restart. */
export class Database implements Session {
  private readonly pool: pg.Pool;
  /** The server without user and password, for messages. */
  readonly server: string;

  constructor(options: DatabaseOptions) {
    const { host, pathname } = new URL(options.url);
    this.server = `${host}${pathname}`;
    this.pool = new pg.Pool({
      connectionString: options.url,
      max: options.connections,
      connectionTimeoutMillis: options.timeout,
      idleTimeoutMillis: 30_000,
      keepAlive: true,
      application_name: 'underdog-answers',
      verify: (client, done) => {
        client.query(
          `${settings} SET statement_timeout = ${Math.floor(options.timeout)}`,
          (error?: Error) => {
            done(error);
          },
        );
      },
    });
    // A connection that breaks while nobody uses it is replaced when the next is asked for.
    this.pool.on('error', ignored);
  }

  /** A query that only reads: asked again on another connection where the server was away. Throws `UserError`. */
  async rows<T>(shape: z.ZodType<T>, sql: string, values: readonly unknown[] = []): Promise<T[]> {
    for (let attempt = 0; ; attempt++) {
      try {
        const { rows } = await this.pool.query<Record<string, unknown>>(sql, [...values]);
        return rows.map((row) => shape.parse(row));
      } catch (error) {
        const wait = pauses[attempt];
        if (wait === undefined || !isAway(error)) throw databaseFailure(error, this.server);
        await pause(wait);
      }
    }
  }

  async execute(sql: string, values: readonly unknown[] = []): Promise<void> {
    try {
      await this.pool.query(sql, [...values]);
    } catch (error) {
      throw databaseFailure(error, this.server);
    }
  }

  /**
   * Does all of it or nothing, with no time limit on a statement: building a graph may take long. Throws `UserError`
   * where the server is away.
   */
  async transaction<T>(work: (session: Session) => Promise<T>): Promise<T> {
    let client: PoolClient;
    try {
      client = await this.pool.connect();
    } catch (error) {
      throw databaseFailure(error, this.server);
    }
    let broken = false;
    // Between two statements a connection that breaks has nobody else to tell; the next statement fails.
    client.on('error', ignored);
    try {
      await client.query('BEGIN');
      await client.query('SET LOCAL statement_timeout = 0');
      const result = await work(new ClientSession(client));
      await client.query('COMMIT');
      return result;
    } catch (error) {
      broken = isAway(error);
      if (!broken) {
        await client.query('ROLLBACK').catch((failure: unknown) => {
          broken = true;
          throw databaseFailure(failure, this.server);
        });
      }
      throw databaseFailure(error, this.server);
    } finally {
      client.off('error', ignored);
      client.release(broken);
    }
  }

  async close(): Promise<void> {
    await this.pool.end();
  }
}

function ignored(): void {
  // Told to nobody: whoever next needs the connection learns it.
}

class ClientSession implements Session {
  constructor(private readonly client: PoolClient) {}

  async rows<T>(shape: z.ZodType<T>, sql: string, values: readonly unknown[] = []): Promise<T[]> {
    const { rows } = await this.client.query<Record<string, unknown>>(sql, [...values]);
    return rows.map((row) => shape.parse(row));
  }

  async execute(sql: string, values: readonly unknown[] = []): Promise<void> {
    await this.client.query(sql, [...values]);
  }
}
