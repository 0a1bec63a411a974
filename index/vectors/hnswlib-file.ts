import { closeSync, openSync, readSync } from 'node:fs';
import { HnswGraph } from './hnsw-graph.ts';
import type { GraphLevel } from './hnsw-graph.ts';

/**
 * Reads the links out of an index file of hnswlib: a header, then for each node its lowest links, vector and label,
 * then for each node its upper links, a list for each of its levels. hnswlib does not report a failed write: throws
 * `RangeError` where something of it is not there.
 */
export function readHnswlibFile(file: string, expected: number): HnswGraph {
  const reader = new SequentialReader(file);
  try {
    const header = reader.take(96);
    const size = Number(header.readBigUInt64LE(16));
    const nodeBytes = Number(header.readBigUInt64LE(24));
    const top = header.readInt32LE(48);
    const entry = header.readUInt32LE(52);
    const listBytes = 4 * (Number(header.readBigUInt64LE(56)) + 1);
    if (size !== expected) throw new RangeError(`the graph has ${size} nodes, ${expected} were added`);

    const levels = Array.from({ length: Math.max(top, 0) + 1 }, () => new LevelBuilder());
    const labels = new Uint32Array(size);
    for (let node = 0; node < size; node++) {
      const bytes = reader.take(nodeBytes);
      labels[node] = bytes.readUInt32LE(nodeBytes - 8);
      levels[0]?.add(node, bytes);
    }
    for (let node = 0; node < size; node++) {
      const lists = reader.take(4).readUInt32LE(0) / listBytes;
      for (let level = 1; level <= lists; level++) levels[level]?.add(node, reader.take(listBytes));
    }
    if (labels.some((label, node) => label !== node)) throw new RangeError('the graph renumbered its nodes');
    return new HnswGraph(
      levels.map((builder, level) => builder.level(level === 0)),
      size > 0 ? entry : 0,
    );
  } finally {
    reader.close();
  }
}

class LevelBuilder {
  private readonly nodes: number[] = [];
  private readonly ends: number[] = [];
  private links = new Uint32Array(1024);
  private used = 0;

  /** A list is the number of links in its first two bytes, then from the fifth on the links. */
  add(node: number, list: Buffer): void {
    const count = list.readUInt16LE(0);
    if (this.used + count > this.links.length) {
      const larger = new Uint32Array(2 * this.links.length + count);
      larger.set(this.links);
      this.links = larger;
    }
    for (let i = 1; i <= count; i++) this.links[this.used++] = list.readUInt32LE(4 * i);
    this.nodes.push(node);
    this.ends.push(this.used);
  }

  level(holdsAll: boolean): GraphLevel {
    return {
      nodes: holdsAll ? null : Uint32Array.from(this.nodes),
      ends: Uint32Array.from(this.ends),
      links: this.links.slice(0, this.used),
    };
  }
}

/** Reads a file of any size from its start to its end. */
class SequentialReader {
  private readonly handle: number;
  private buffer = Buffer.alloc(0);
  private at = 0;

  constructor(file: string) {
    this.handle = openSync(file, 'r');
  }

  /** The next bytes; valid until the next call. */
  take(length: number): Buffer {
    if (this.at + length > this.buffer.length) this.refill(length);
    return this.buffer.subarray(this.at, (this.at += length));
  }

  private refill(wanted: number): void {
    const rest = this.buffer.subarray(this.at);
    const next = Buffer.allocUnsafe(Math.max(1 << 22, wanted));
    rest.copy(next);
    let filled = rest.length;
    // A read may give less than was asked for before the end of the file.
    while (filled < wanted) {
      const read = readSync(this.handle, next, filled, next.length - filled, null);
      if (read === 0) throw new RangeError('the graph was not written to its end');
      filled += read;
    }
    this.buffer = next.subarray(0, filled);
    this.at = 0;
  }

  close(): void {
    closeSync(this.handle);
  }
}
