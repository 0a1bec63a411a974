import type * as hnswlib from 'hnswlib-node';
import { before, ExactVectors } from './exact-vectors.ts';
import type { VectorHit, VectorIndex } from './vector-index.ts';
import { assertVector } from './vector-table.ts';
import type { VectorTable } from './vector-table.ts';

/** Links of a node, and the size of the list of candidates while building: hnswlib's defaults. */
const links = 16;
const constructionCandidates = 200;
/** Fixed, so that the same vectors make the same file. */
const seed = 100;
/** Size of the list of candidates while searching; recall against exact search is tested at this value. */
const searchCandidates = 128;

/**
 * Approximate nearest neighbours in a hierarchical navigable small world (Malkov and Yashunin, 2016), by hnswlib.
 * Its scores are computed from the table, so they are those of the exact driver.
 */
export class HnswVectors implements VectorIndex {
  readonly size: number;
  readonly dimensions: number;
  private readonly exact: ExactVectors;

  private constructor(
    private readonly graph: hnswlib.HierarchicalNSW,
    private readonly table: VectorTable,
  ) {
    this.size = table.size;
    this.dimensions = table.dimensions;
    this.exact = new ExactVectors(table);
  }

  /**
   * Builds the graph of a table and writes it to a file. Returns false, with nothing written, where hnswlib-node is
   * not installed. hnswlib does not report a failed write: open the file before relying on it.
   */
  static async write(table: VectorTable, file: string): Promise<boolean> {
    const library = await loadLibrary();
    if (!library) return false;
    const graph = new library.HierarchicalNSW('ip', table.dimensions);
    graph.initIndex(Math.max(table.size, 1), links, constructionCandidates, seed);
    for (let row = 0; row < table.size; row++) graph.addPoint(Array.from(table.at(row)), row);
    await graph.writeIndex(file);
    return true;
  }

  /**
   * Opens a file that belongs to a table; null where hnswlib-node is not installed. The file's checksum must have
   * been verified: hnswlib crashes the process on some damaged files.
   */
  static async open(file: string, table: VectorTable): Promise<HnswVectors | null> {
    const library = await loadLibrary();
    if (!library) return null;
    const graph = new library.HierarchicalNSW('ip', table.dimensions);
    await graph.readIndex(file);
    if (graph.getCurrentCount() !== table.size) {
      throw new RangeError(`the graph has ${graph.getCurrentCount()} vectors, the table ${table.size}`);
    }
    graph.setEf(searchCandidates);
    return new HnswVectors(graph, table);
  }

  search(vector: Float32Array, k: number, allowed?: Iterable<number>): VectorHit[] {
    assertVector(vector, this.dimensions);
    // A filter makes the graph lose rows, and a filtered search must be complete.
    if (allowed) return this.exact.search(vector, k, allowed);
    const count = Math.min(k, this.size);
    if (count < 1) return [];
    const { neighbors } = this.graph.searchKnn(Array.from(vector), count);
    return neighbors.map((id) => ({ id, score: this.table.cosine(id, vector) })).sort(before);
  }
}

/** The native library, or null where it was not built: it is an optional dependency. */
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
