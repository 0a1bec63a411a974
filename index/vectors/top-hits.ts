/** Something found, by its number, with its score. */
export interface Hit {
  id: number;
  score: number;
}

/** The best `k` of what is offered, kept in order: cheap where `k` is small against the number of offers. */
export class TopHits {
  /** Best first, ties by number. */
  readonly hits: Hit[] = [];

  constructor(private readonly k: number) {}

  /** The score that an offer must beat, or equal with a lower number; -Infinity until `k` are found. */
  get threshold(): number {
    const worst = this.hits.length >= this.k ? this.hits.at(-1) : undefined;
    return worst?.score ?? Number.NEGATIVE_INFINITY;
  }

  offer(id: number, score: number): void {
    const last = this.hits.at(-1);
    if (this.k < 1 || (this.hits.length >= this.k && last && before(last, { id, score }) <= 0)) return;
    const hit = { id, score };
    let low = 0;
    let high = this.hits.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = this.hits[middle];
      if (other && before(other, hit) <= 0) low = middle + 1;
      else high = middle;
    }
    this.hits.splice(low, 0, hit);
    if (this.hits.length > this.k) this.hits.pop();
  }
}

/** Orders hits: higher score first, then lower number. */
export function before(a: Hit, b: Hit): number {
  return b.score - a.score || a.id - b.id;
}
