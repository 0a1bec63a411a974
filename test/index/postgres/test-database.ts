import { randomBytes } from 'node:crypto';
import { PGlite } from '@electric-sql/pglite';
import { vector } from '@electric-sql/pglite-pgvector';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import pg from 'pg';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { PostgresStore } from '../../../index/postgres/postgres-store.ts';

/** A server to be named by a whole file of tests: a real one, if there is one. */
export const realServer = process.env.TEST_DATABASE_URL;

/** PostgreSQL for the tests of a file, empty at their start. */
export interface TestDatabase {
  /** Where it listens. Only within tests. */
  url(): string;
  /** Ends all connections and takes no more, until it is started again: what a restart looks like from outside. */
  stopServer(): Promise<void>;
  startServer(): Promise<void>;
  /** Opens a shelf, one that no other test uses unless said; it is closed when the test is over. */
  store(shelf?: string, options?: { connections?: number; timeout?: number }): Promise<PostgresStore>;
}

/**
 * A database of its own on the server that TEST_DATABASE_URL names, else PostgreSQL compiled to WebAssembly, reached
 * through a socket all the same. That one runs all connections in one session.
 */
export function testDatabase(): TestDatabase {
  let running: Running | null = null;
  const server = (): Running => {
    if (!running) throw new Error('the database is there for tests only');
    return running;
  };
  beforeAll(async () => {
    running = realServer === undefined ? await startEmulated() : await createOn(realServer);
  }, 120_000);
  afterAll(() => running?.end());
  return {
    url: () => server().url,
    stopServer: () => server().stop(),
    startServer: () => server().start(),
    async store(shelf = randomBytes(6).toString('hex'), options = {}) {
      const store = await PostgresStore.open({
        url: server().url,
        shelf,
        connections: 4,
        timeout: 20_000,
        ...options,
      });
      onTestFinished(() => store.close());
      return store;
    },
  };
}

interface Running {
  url: string;
  stop(): Promise<void>;
  start(): Promise<void>;
  end(): Promise<void>;
}

async function startEmulated(): Promise<Running> {
  const database = await PGlite.create({ extensions: { vector } });
  const listen = async (port: number): Promise<PGLiteSocketServer> => {
    const server = new PGLiteSocketServer({ db: database, host: '127.0.0.1', port, maxConnections: 32 });
    await server.start();
    return server;
  };
  let server = await listen(0);
  const address = server.getServerConn();
  return {
    url: `postgres://postgres@${address}/postgres`,
    stop: () => server.stop(),
    async start() {
      server = await listen(Number(address.split(':').at(-1)));
    },
    async end() {
      await server.stop();
      await database.close();
    },
  };
}

async function createOn(server: string): Promise<Running> {
  const name = `underdog_test_${randomBytes(6).toString('hex')}`;
  const administer = async (...statements: readonly string[]): Promise<void> => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    for (const sql of statements) await client.query(sql);
    await client.end();
  };
  await administer(`CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    stop: () =>
      administer(
        `ALTER DATABASE ${name} ALLOW_CONNECTIONS false`,
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`,
      ),
    start: () => administer(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`),
    end: () => administer(`DROP DATABASE ${name} WITH (FORCE)`),
  };
}
