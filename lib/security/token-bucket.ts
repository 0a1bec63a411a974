interface Bucket {
  tokens: number;
  /** Milliseconds, of the clock that the caller reads. */
  at: number;
}

/**
 * Limits how often each client may ask: a bucket of `perMinute` tokens a client, refilled steadily. A client that has
 * been quiet long enough to be full again is forgotten, and never more than `maximumClients` are remembered, so that
 * memory stays bounded whoever comes.
 */
export class TokenBuckets {
  private readonly buckets = new Map<string, Bucket>();

  constructor(
    private readonly perMinute: number,
    private readonly maximumClients = 10_000,
  ) {}

  /**
   * Takes a token for a client. Returns 0 where there was one, else the whole seconds after which there will be.
   * `now` is in milliseconds, of a clock that does not jump (`performance.now()`).
   */
  take(client: string, now: number): number {
    const refill = this.perMinute / 60_000;
    const known = this.buckets.get(client);
    const tokens = known
      ? Math.min(this.perMinute, known.tokens + Math.max(0, now - known.at) * refill)
      : this.perMinute;
    const isFree = tokens >= 1;
    // Taken out and put in again, the map is in order of last use, and the first are the ones to forget.
    this.buckets.delete(client);
    this.buckets.set(client, { tokens: isFree ? tokens - 1 : tokens, at: now });
    this.forget(now);
    return isFree ? 0 : Math.max(1, Math.ceil((1 - tokens) / refill / 1000));
  }

  get clients(): number {
    return this.buckets.size;
  }

  private forget(now: number): void {
    for (const [client, { at }] of this.buckets) {
      if (this.buckets.size <= this.maximumClients && now - at < 60_000) break;
      this.buckets.delete(client);
    }
  }
}
