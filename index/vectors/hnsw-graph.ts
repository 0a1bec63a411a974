import { NodeHeap } from './node-heap.ts';

/** The links of one level: those of its `i`th node are `links[ends[i - 1]]` up to `links[ends[i]]`. */
export interface GraphLevel {
  /** Nodes of the level, ascending; of the lowest, all, and then it is left out. */
  nodes: Uint32Array | null;
  ends: Uint32Array;
  links: Uint32Array;
}

/** How near a node is to the query; higher is nearer. */
export type ScoreNode = (node: number) => number;

/**
 * A hierarchical navigable small world (Malkov and Yashunin, 2016), ready to be searched: links only, compact, the
 * lowest level first. Where its vectors are, and what a node stands for, is told by who searches it.
 */
export class HnswGraph {
  readonly size: number;
  private readonly seen: Uint32Array;
  private search = 0;
  private readonly open = new NodeHeap();
  private readonly best = new NodeHeap();

  constructor(
    readonly levels: readonly GraphLevel[],
    /** The node of the highest level where a search begins. */
    readonly entry: number,
  ) {
    this.size = levels[0]?.ends.length ?? 0;
    this.seen = new Uint32Array(this.size);
  }

  /** About the `breadth` nearest nodes with their scores, in no order: the wider, the surer and the slower. */
  nearest(score: ScoreNode, breadth: number): { nodes: number[]; scores: number[] } {
    const found: { nodes: number[]; scores: number[] } = { nodes: [], scores: [] };
    if (this.size === 0 || breadth < 1) return found;
    let node = this.entry;
    for (let level = this.levels.length - 1; level > 0; level--) node = this.descend(node, level, score);
    this.spread(node, score, breadth);
    this.best.forEach((id, negative) => {
      found.nodes.push(id);
      found.scores.push(-negative);
    });
    return found;
  }

  /** From a node of an upper level, goes from neighbour to nearer neighbour until none is nearer. */
  private descend(from: number, level: number, score: ScoreNode): number {
    let node = from;
    let nearest = score(node);
    for (let moved = true; moved;) {
      moved = false;
      for (const neighbour of this.neighbours(node, level)) {
        const other = score(neighbour);
        if (other > nearest) {
          nearest = other;
          node = neighbour;
          moved = true;
        }
      }
    }
    return node;
  }

  /** Best-first search of the lowest level; leaves its outcome in `best`, scores negated: the worst on top. */
  private spread(from: number, score: ScoreNode, breadth: number): void {
    const { open, best, seen } = this;
    const mark = this.nextMark();
    open.clear();
    best.clear();
    const first = score(from);
    seen[from] = mark;
    open.push(from, first);
    best.push(from, -first);
    while (open.size > 0 && (best.size < breadth || open.topScore >= -best.topScore)) {
      for (const neighbour of this.neighbours(open.pop(), 0)) {
        if (seen[neighbour] === mark) continue;
        seen[neighbour] = mark;
        const near = score(neighbour);
        if (best.size >= breadth && near <= -best.topScore) continue;
        open.push(neighbour, near);
        best.push(neighbour, -near);
        if (best.size > breadth) best.pop();
      }
    }
  }

  private nextMark(): number {
    this.search++;
    if (this.search > 0xffffffff) {
      this.seen.fill(0);
      this.search = 1;
    }
    return this.search;
  }

  private neighbours(node: number, level: number): Uint32Array {
    const { nodes, ends, links } = this.levels[level] ?? { nodes: null, ends: noNumbers, links: noNumbers };
    const at = nodes ? positionOf(node, nodes) : node;
    return links.subarray(ends[at - 1] ?? 0, ends[at] ?? 0);
  }

  /** As it stands in a file: numbers of 32 bits. */
  *bytes(): Generator<Uint8Array> {
    yield bytesOf(Uint32Array.of(this.levels.length, this.entry));
    for (const { nodes, ends, links } of this.levels) {
      yield bytesOf(Uint32Array.of(nodes?.length ?? 0, ends.length, links.length));
      if (nodes) yield bytesOf(nodes);
      yield bytesOf(ends);
      yield bytesOf(links);
    }
  }

  /** Reads what `bytes` gave. Throws `RangeError` where that is of another length or leads nowhere. */
  static fromBytes(bytes: Uint8Array): HnswGraph {
    const aligned = bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes);
    const numbers = new Uint32Array(aligned.buffer, aligned.byteOffset, Math.floor(aligned.byteLength / 4));
    const [count = 0, entry = 0] = numbers;
    let at = 2;
    const take = (length: number): Uint32Array => {
      if (at + length > numbers.length) throw new RangeError('a graph ends early');
      return numbers.subarray(at, (at += length));
    };
    const levels: GraphLevel[] = [];
    for (let level = 0; level < count; level++) {
      const [nodes = 0, ends = 0, links = 0] = take(3);
      levels.push({ nodes: level > 0 ? take(nodes) : null, ends: take(ends), links: take(links) });
    }
    return new HnswGraph(levels, entry);
  }
}

const noNumbers = new Uint32Array(0);

function positionOf(node: number, ascending: Uint32Array): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) < node) low = middle + 1;
    else high = middle;
  }
  return low;
}

function bytesOf({ buffer, byteOffset, byteLength }: Uint32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
