/** A binary heap of numbered nodes by score, in arrays that grow: the highest score on top. */
export class NodeHeap {
  private scores = new Float64Array(256);
  private nodes = new Uint32Array(256);
  size = 0;

  /** The score on top; -Infinity where the heap is empty. */
  get topScore(): number {
    return this.size > 0 ? (this.scores[0] ?? 0) : Number.NEGATIVE_INFINITY;
  }

  push(node: number, score: number): void {
    if (this.size === this.nodes.length) this.grow();
    let at = this.size++;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = this.scores[parent] ?? 0;
      if (above >= score) break;
      this.place(at, this.nodes[parent] ?? 0, above);
      at = parent;
    }
    this.place(at, node, score);
  }

  /** Takes the node on top away. Only for a heap that is not empty. */
  pop(): number {
    const top = this.nodes[0] ?? 0;
    const last = --this.size;
    const node = this.nodes[last] ?? 0;
    const score = this.scores[last] ?? 0;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= last) break;
      if (child + 1 < last && (this.scores[child + 1] ?? 0) > (this.scores[child] ?? 0)) child++;
      const below = this.scores[child] ?? 0;
      if (below <= score) break;
      this.place(at, this.nodes[child] ?? 0, below);
      at = child;
    }
    if (last > 0) this.place(at, node, score);
    return top;
  }

  clear(): void {
    this.size = 0;
  }

  /** Calls back for each node, in no order. */
  forEach(visit: (node: number, score: number) => void): void {
    for (let i = 0; i < this.size; i++) visit(this.nodes[i] ?? 0, this.scores[i] ?? 0);
  }

  private place(at: number, node: number, score: number): void {
    this.nodes[at] = node;
    this.scores[at] = score;
  }

  private grow(): void {
    const { scores, nodes } = this;
    this.scores = new Float64Array(2 * scores.length);
    this.scores.set(scores);
    this.nodes = new Uint32Array(2 * nodes.length);
    this.nodes.set(nodes);
  }
}
