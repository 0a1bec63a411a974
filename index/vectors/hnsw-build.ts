import { rm } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import type * as hnswlib from 'hnswlib-node';
import type { HnswGraph } from './hnsw-graph.ts';
import { readHnswlibFile } from './hnswlib-file.ts';
import type { VectorRows } from './vector-index.ts';

/** Links of a node (twice as many on the lowest level), and how many candidates are looked at to choose them. */
const links = 16;
const constructionCandidates = 200;
/** Fixed, so that the same vectors make the same graph. */
const seed = 100;

/** Nodes added between two looks at the clock and at the signal. */
const batchSize = 256;

export interface GraphOptions {
  /** A file to be used in between, and removed. */
  scratch: string;
  onProgress?: (done: number, total: number) => void;
  signal?: AbortSignal;
}

/**
 * Builds the graph of some vectors, whose nodes are the rows, with hnswlib. Returns null where hnswlib-node is not
 * installed. Throws the signal's reason where it is aborted.
 */
export async function buildGraph(
  vectors: VectorRows,
  { scratch, onProgress, signal }: GraphOptions,
): Promise<HnswGraph | null> {
  const library = await loadLibrary();
  if (!library) return null;
  const native = new library.HierarchicalNSW('ip', vectors.dimensions);
  const { size } = vectors;
  native.initIndex(Math.max(size, 1), links, constructionCandidates, seed);
  for (let node = 0; node < size; node++) {
    if (node % batchSize === 0) {
      onProgress?.(node, size);
      await setImmediate();
      signal?.throwIfAborted();
    }
    native.addPoint(Array.from(vectors.at(node)), node);
  }
  onProgress?.(size, size);
  try {
    await native.writeIndex(scratch);
    // Asked after the writing, which is done by a thread that does not keep the index from being collected.
    return readHnswlibFile(scratch, Math.max(size, native.getCurrentCount()));
  } finally {
    await rm(scratch, { force: true });
  }
}

/** The native library, or null where it was not built: it is an optional dependency. */
/** Whether graphs can be built here: whether hnswlib-node is installed. */
export async function canBuildGraphs(): Promise<boolean> {
  return (await loadLibrary()) !== null;
}

async function loadLibrary(): Promise<typeof hnswlib | null> {
  try {
    const loaded = await import('hnswlib-node');
    return loaded.default;
  } catch (error) {
    if (isMissingModule(error)) return null;
    throw error;
  }
}

/** Not installed at all, or installed without its compiled part (`bindings` then finds no file). */
function isMissingModule(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? error.code : undefined;
  return (
    code === 'ERR_MODULE_NOT_FOUND' ||
    code === 'MODULE_NOT_FOUND' ||
    code === 'ERR_DLOPEN_FAILED' ||
    error.message.startsWith('Could not locate the bindings file')
  );
}
