import { z } from 'zod';
import { UserError } from '../../ingest/user-error.ts';
import type { BuildRequest } from '../build-request.ts';
import type { EmbedderIdentity, ModelInUse } from '../embedder.ts';
import type { IndexStore } from '../index-store.ts';
import { damaged } from '../manifest.ts';
import type { Manifest, PassageIndex } from '../passage-index.ts';
import { assertSameModel } from '../same-model.ts';
import { buildGeneration } from './build-generation.ts';
import { schemaOf } from './collection.ts';
import { Database } from './database.ts';
import type { DatabaseOptions } from './database.ts';
import { graphsOf, liveName, readGeneration } from './generation.ts';
import { migrate } from './migrations.ts';
import { PostgresIndex } from './postgres-index.ts';

/** The index of a shelf in PostgreSQL with pgvector, which any number of processes share. */
export class PostgresStore implements IndexStore {
  private constructor(
    private readonly database: Database,
    private readonly shelf: string,
  ) {}

  /** Connects, and brings the database up to date. Throws `UserError`: 'database-unreachable', 'bad-configuration'. */
  static async open(options: DatabaseOptions & { shelf: string }): Promise<PostgresStore> {
    const database = new Database(options);
    try {
      await migrate(database);
    } catch (error) {
      await database.close();
      throw error;
    }
    return new PostgresStore(database, options.shelf);
  }

  build(request: BuildRequest): Promise<Manifest> {
    return this.database.transaction((session) => buildGeneration(session, this.shelf, request));
  }

  current(): Promise<string> {
    return liveName(this.database, this.shelf);
  }

  async open(current: string, model: ModelInUse): Promise<PassageIndex> {
    const generation = await readGeneration(this.database, current);
    const graphs = await graphsOf(this.database, generation.collection);
    assertSameModel(generation.manifest.model, await model);
    return new PostgresIndex(this.database, generation, graphs);
  }

  async liveManifest(): Promise<Manifest | null> {
    try {
      return (await readGeneration(this.database, await this.current())).manifest;
    } catch (error) {
      if (error instanceof UserError && error.code.startsWith('index-')) return null;
      throw error;
    }
  }

  /** PostgreSQL guards its own pages; what is compared is that no rows are missing. */
  async verify(embedder: EmbedderIdentity): Promise<void> {
    const generation = await readGeneration(this.database, await this.current());
    assertSameModel(generation.manifest.model, embedder);
    const { collection, number, manifest } = generation;
    for (const table of ['episodes', 'passages', 'questions'] as const) {
      const [row] = await this.database.rows(
        z.object({ count: z.number().int() }),
        `SELECT count(*)::int AS count FROM ${schemaOf(collection)}.${table}
         WHERE added <= $1 AND (removed IS NULL OR removed > $1)`,
        [number],
      );
      const expected = manifest.counts[table];
      if (row?.count !== expected) {
        throw damaged(
          `generation ${manifest.generation}`,
          `holds ${row?.count ?? 'no'} ${table} where ${expected} were written`,
        );
      }
    }
  }

  async close(): Promise<void> {
    await this.database.close();
  }
}
