import { performance } from 'node:perf_hooks';
import type { ModelInUse } from './embedder.ts';
import type { IndexStore } from './index-store.ts';
import type { PassageIndex } from './passage-index.ts';

/** An index in use: it stays open until it is released, also while a newer generation takes over. */
export interface Lease {
  readonly index: PassageIndex;
  release(): void;
}

interface Opened {
  current: string;
  index: PassageIndex;
  users: number;
  retired: boolean;
}

export interface LiveIndexOptions {
  /** Told about a new generation that could not be opened (the old one stays in use), once a generation. */
  onProblem: (error: unknown) => void;
  /** Least time between two looks at which generation is live, in milliseconds. Default 500. */
  interval?: number;
}

/**
 * The live generation of an index, whichever that is at the time. One question must take one lease for all
 * its reads: ids are those of a generation.
 */
export class LiveIndex {
  private lastLook = performance.now();
  private looking: Promise<void> | null = null;
  private failed: string | null = null;
  private closed = false;
  private openCount = 1;

  private constructor(
    private readonly store: IndexStore,
    private readonly model: ModelInUse,
    private readonly options: LiveIndexOptions,
    private opened: Opened,
  ) {}

  /** Opens the generation that is live now; throws as `IndexStore` does. */
  static async open(store: IndexStore, model: ModelInUse, options: LiveIndexOptions): Promise<LiveIndex> {
    return new LiveIndex(store, model, options, await openCurrent(store, model, await store.current()));
  }

  /** The newest generation that could be opened. Release it when done, in a `finally`. */
  async lease(): Promise<Lease> {
    if (this.closed) throw new Error('The index is closed');
    // Only the caller that finds the look due waits for it; others go on with what is open.
    if (!this.looking && performance.now() - this.lastLook >= (this.options.interval ?? 500)) {
      this.looking = this.look().finally(() => {
        this.looking = null;
        this.lastLook = performance.now();
      });
      await this.looking;
    }
    const leased = this.opened;
    leased.users++;
    let released = false;
    return {
      index: leased.index,
      release: () => {
        if (released) return;
        released = true;
        leased.users--;
        this.closeIfUnused(leased).catch(this.options.onProblem);
      },
    };
  }

  /** Closes the store too, once the last lease is released. */
  async close(): Promise<void> {
    this.closed = true;
    await this.looking;
    await this.retire(this.opened);
  }

  private async look(): Promise<void> {
    let wanted = '';
    try {
      wanted = await this.store.current();
      if (wanted === this.opened.current || wanted === this.failed) return;
      const next = await openCurrent(this.store, this.model, wanted);
      const old = this.opened;
      this.opened = next;
      this.openCount++;
      this.failed = null;
      await this.retire(old);
    } catch (error) {
      if (wanted === this.failed) return;
      this.failed = wanted;
      this.options.onProblem(error);
    }
  }

  private async retire(opened: Opened): Promise<void> {
    opened.retired = true;
    await this.closeIfUnused(opened);
  }

  private async closeIfUnused(opened: Opened): Promise<void> {
    if (!opened.retired || opened.users > 0) return;
    await opened.index.close();
    this.openCount--;
    if (this.closed && this.openCount === 0) await this.store.close();
  }
}

async function openCurrent(store: IndexStore, model: ModelInUse, current: string): Promise<Opened> {
  return { current, index: await store.open(current, model), users: 0, retired: false };
}
