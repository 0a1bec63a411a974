import { open, readFile, rm } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import path from 'node:path';
import type { VectorLog } from '../embed-all.ts';
import type { EmbedderIdentity } from '../embedder.ts';
import { sha256 } from '../manifest.ts';
import { hashBytes, textHash } from '../text-hash.ts';

/**
 * The vectors that a build has made so far, on disk beside the generations: a build that was stopped or killed leaves
 * it to the next. A line that names the model, then records: the hash of a text, its vector, and a checksum of both.
 * It is no part of an index: what cannot be read of it is made again.
 */
export class EmbeddingLog implements VectorLog {
  private constructor(
    private readonly file: string,
    private readonly handle: FileHandle,
    private readonly found: Map<string, Float32Array>,
  ) {}

  /** Opens the log of an index folder; one of another model is begun anew. */
  static async open(folder: string, embedder: EmbedderIdentity): Promise<EmbeddingLog> {
    const file = path.join(folder, 'embeddings.log');
    const heading = Buffer.from(`${embedder.name} ${embedder.dimensions} ${embedder.revision}\n`);
    const content = await readFile(file).catch((error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return Buffer.alloc(0);
      throw error;
    });
    const known = content.subarray(0, heading.length).equals(heading);
    const { found, length } = known
      ? readRecords(content, heading.length, embedder.dimensions)
      : { found: new Map<string, Float32Array>(), length: 0 };
    const handle = await open(file, 'a');
    // A record that was cut off would hide those after it.
    await handle.truncate(length);
    if (!known) await handle.appendFile(heading);
    return new EmbeddingLog(file, handle, found);
  }

  async find(texts: readonly string[]): Promise<(Float32Array | undefined)[]> {
    return texts.map((text) => this.found.get(textHash(text).toString('latin1')));
  }

  async append(texts: readonly string[], vectors: readonly Float32Array[]): Promise<void> {
    const records = texts.flatMap((text, i) => {
      const vector = vectors[i];
      return vector ? [recordOf(text, vector)] : [];
    });
    await this.handle.appendFile(Buffer.concat(records));
  }

  async close(): Promise<void> {
    await this.handle.close();
  }

  /** For when a generation holds all of it. */
  async remove(): Promise<void> {
    await this.close();
    await rm(this.file, { force: true });
  }
}

const sumBytes = 8;

function recordOf(text: string, vector: Float32Array): Buffer {
  const body = Buffer.concat([
    textHash(text),
    Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength),
  ]);
  return Buffer.concat([body, sumOf(body)]);
}

function sumOf(body: Buffer): Buffer {
  return Buffer.from(sha256(body).slice(0, 2 * sumBytes), 'hex');
}

/** Reads records up to the first that is not whole. */
function readRecords(
  content: Buffer,
  start: number,
  dimensions: number,
): { found: Map<string, Float32Array>; length: number } {
  const found = new Map<string, Float32Array>();
  const bodyBytes = hashBytes + 4 * dimensions;
  let at = start;
  for (; at + bodyBytes + sumBytes <= content.length; at += bodyBytes + sumBytes) {
    const body = content.subarray(at, at + bodyBytes);
    if (!sumOf(body).equals(content.subarray(at + bodyBytes, at + bodyBytes + sumBytes))) break;
    const vector = new Float32Array(new Uint8Array(body.subarray(hashBytes)).buffer);
    found.set(body.toString('latin1', 0, hashBytes), vector);
  }
  return { found, length: at };
}
