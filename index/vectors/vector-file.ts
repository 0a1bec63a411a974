import { closeSync, openSync, readSync } from 'node:fs';
import { LRUCache } from 'lru-cache';
import { damaged } from '../manifest.ts';
import type { VectorRows } from './vector-index.ts';
import type { VectorTable } from './vector-table.ts';

/** The bytes of a vector file in pieces, and a checksum a row. Numbers are 32 bits, little endian. */
export function* vectorFile(table: VectorTable): Generator<Uint8Array> {
  const piece = table.dimensions * 4096;
  for (let at = 0; at < table.values.length; at += piece) {
    const { buffer, byteOffset, byteLength } = table.values.subarray(at, at + piece);
    yield new Uint8Array(buffer, byteOffset, byteLength);
  }
}

export function rowSums(table: VectorTable): Uint32Array {
  return Uint32Array.from({ length: table.size }, (_, row) => rowSum(table.at(row)));
}

/** All vectors of a small shelf, and of a large one those read last. */
const mostBytesKept = 32 << 20;

/**
 * Vectors that stay on disk, each read when it is asked for and compared with its checksum: the file may be larger
 * than the memory. A row that cannot be read, or is not what was written, throws `UserError` ('index-damaged').
 */
export class VectorFile implements VectorRows {
  readonly size: number;
  private readonly handle: number;
  private closed = false;
  private readonly kept: LRUCache<number, Float32Array>;

  constructor(
    private readonly file: string,
    private readonly sums: Uint32Array,
    readonly dimensions: number,
    bytesKept = mostBytesKept,
  ) {
    this.size = sums.length;
    this.kept = new LRUCache({ max: Math.max(1, Math.floor(bytesKept / (4 * dimensions))) });
    try {
      this.handle = openSync(file, 'r');
    } catch (error) {
      throw damaged(file, 'cannot be read', error);
    }
  }

  at(row: number): Float32Array {
    if (!Number.isInteger(row) || row < 0 || row >= this.size) {
      throw new RangeError(`no vector ${row} among ${this.size}`);
    }
    const kept = this.kept.get(row);
    if (kept) return kept;
    const vector = new Float32Array(this.dimensions);
    const bytes = new Uint8Array(vector.buffer);
    if (this.read(bytes, row * bytes.length) !== bytes.length || rowSum(vector) !== this.sums[row]) {
      throw damaged(this.file, `is not what was written at vector ${row}`);
    }
    this.kept.set(row, vector);
    return vector;
  }

  private read(into: Uint8Array, from: number): number {
    try {
      return readSync(this.handle, into, 0, into.length, from);
    } catch (error) {
      throw damaged(this.file, 'cannot be read', error);
    }
  }

  close(): void {
    if (!this.closed) closeSync(this.handle);
    this.closed = true;
  }
}

/** Fowler, Noll and Vo's hash over 32-bit words: any one changed word changes it, as each step can be undone. */
function rowSum(vector: Float32Array): number {
  const words = new Uint32Array(vector.buffer, vector.byteOffset, vector.length);
  let sum = 0x811c9dc5;
  for (const word of words) sum = Math.imul(sum ^ word, 0x01000193);
  return sum >>> 0;
}
