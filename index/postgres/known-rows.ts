import { z } from 'zod';
import type { KnownVectors } from '../known-vectors.ts';
import { textHash } from '../text-hash.ts';
import type { Session } from './database.ts';
import { readVector } from './vector-search.ts';

/** The vectors of a collection by their texts. */
export class KnownRows implements KnownVectors {
  constructor(
    private readonly session: Session,
    private readonly schema: string,
  ) {}

  async find(texts: readonly string[]): Promise<(Float32Array | undefined)[]> {
    const hashes = texts.map(textHash);
    const rows = await this.session.rows(
      z.object({ hash: z.instanceof(Buffer), vector: z.instanceof(Buffer) }),
      `SELECT hash, vector_send(embedding) AS vector FROM ${this.schema}.passages WHERE hash = ANY($1::bytea[])
       UNION ALL
       SELECT hash, vector_send(embedding) AS vector FROM ${this.schema}.questions WHERE hash = ANY($1::bytea[])`,
      [hashes],
    );
    const found = new Map(rows.map(({ hash, vector }) => [hash.toString('hex'), readVector(vector)]));
    return hashes.map((hash) => found.get(hash.toString('hex')));
  }
}
