import type { Embedder } from './embedder.ts';
import type { KnownVectors } from './known-vectors.ts';
import { VectorTable } from './vectors/vector-table.ts';

/** Texts embedded in one call: enough to be fast, few enough to report progress and to stop soon. */
const batchSize = 32;

/** Texts looked up in one call. */
const lookupSize = 4096;

/** Keeps vectors as they are made. */
export interface VectorLog extends KnownVectors {
  append(texts: readonly string[], vectors: readonly Float32Array[]): Promise<void>;
}

/**
 * One vector a text, in order. Equal texts are embedded once, and those that are known not at all.
 * Throws the signal's reason where it is aborted between two batches.
 */
export async function embedAll(
  texts: readonly string[],
  embedder: Embedder,
  options: {
    known?: readonly KnownVectors[];
    log?: VectorLog;
    onProgress?: (done: number, total: number) => void;
    signal?: AbortSignal;
  } = {},
): Promise<VectorTable> {
  const { known = [], log, onProgress, signal } = options;
  const { dimensions } = embedder;
  const table = new VectorTable(new Float32Array(texts.length * dimensions), dimensions);
  const rows = rowsOf(texts);
  const place = (text: string, vector: Float32Array): void => {
    for (const row of rows.get(text) ?? []) table.set(row, vector);
  };

  let queue = [...rows.keys()];
  for (const source of [...(log ? [log] : []), ...known]) queue = await unknownTo(source, queue, place);

  // A batch is padded to its longest text, so texts of like length go together.
  queue.sort((a, b) => a.length - b.length);
  for (let done = 0; done < queue.length; done += batchSize) {
    signal?.throwIfAborted();
    onProgress?.(done, queue.length);
    const batch = queue.slice(done, done + batchSize);
    const embedded = await embedder.embed(batch);
    if (embedded.length !== batch.length) {
      throw new RangeError(`${embedder.name} gave ${embedded.length} vectors for ${batch.length} texts`);
    }
    await log?.append(batch, embedded);
    embedded.forEach((vector, i) => {
      place(batch[i] ?? '', vector);
    });
  }
  onProgress?.(queue.length, queue.length);
  return table;
}

/** The rows of each text. */
function rowsOf(texts: readonly string[]): Map<string, number[]> {
  const rows = new Map<string, number[]>();
  texts.forEach((text, row) => {
    const same = rows.get(text);
    if (same) same.push(row);
    else rows.set(text, [row]);
  });
  return rows;
}

/** Places what is known of the texts, and returns the others. */
async function unknownTo(
  source: KnownVectors,
  texts: readonly string[],
  place: (text: string, vector: Float32Array) => void,
): Promise<string[]> {
  const unknown: string[] = [];
  for (let at = 0; at < texts.length; at += lookupSize) {
    const some = texts.slice(at, at + lookupSize);
    const found = await source.find(some);
    some.forEach((text, i) => {
      const vector = found[i];
      if (vector) place(text, vector);
      else unknown.push(text);
    });
  }
  return unknown;
}
