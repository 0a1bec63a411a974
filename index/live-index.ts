import { performance } from 'node:perf_hooks';
import { generationFolder, readCurrent } from './generation-folders.ts';
import type { Current } from './generation-folders.ts';
import { openGeneration } from './open-index.ts';
import type { EmbedderIdentity } from './open-index.ts';
import type { PassageIndex } from './passage-index.ts';

/** An index in use: it stays open until it is released, also while a newer generation takes over. */
export interface Lease {
  readonly index: PassageIndex;
  release(): void;
}

interface Opened {
  current: Current;
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
 * The live generation of an index folder, whichever that is at the time. One question must take one lease for all
 * its reads: ids are those of a generation.
 */
export class LiveIndex {
  private lastLook = performance.now();
  private looking: Promise<void> | null = null;
  private failed: string | null = null;
  private closed = false;

  private constructor(
    private readonly folder: string,
    private readonly embedder: EmbedderIdentity,
    private readonly options: LiveIndexOptions,
    private opened: Opened,
  ) {}

  /** Opens the generation that is live now; throws as `openPassageIndex` does. */
  static async open(
    folder: string,
    embedder: EmbedderIdentity,
    options: LiveIndexOptions,
  ): Promise<LiveIndex> {
    return new LiveIndex(
      folder,
      embedder,
      options,
      await openCurrent(folder, embedder, await readCurrent(folder)),
    );
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
        this.closeIfUnused(leased);
      },
    };
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.looking;
    this.retire(this.opened);
  }

  private async look(): Promise<void> {
    let wanted = '';
    try {
      const current = await readCurrent(this.folder);
      wanted = `${current.generation} ${current.manifestSha256}`;
      if (current.generation === this.opened.current.generation || wanted === this.failed) return;
      const next = await openCurrent(this.folder, this.embedder, current);
      const old = this.opened;
      this.opened = next;
      this.failed = null;
      this.retire(old);
    } catch (error) {
      if (wanted === this.failed) return;
      this.failed = wanted;
      this.options.onProblem(error);
    }
  }

  private retire(opened: Opened): void {
    opened.retired = true;
    this.closeIfUnused(opened);
  }

  private closeIfUnused(opened: Opened): void {
    if (!opened.retired || opened.users > 0) return;
    opened.index.close().catch(this.options.onProblem);
  }
}

async function openCurrent(folder: string, embedder: EmbedderIdentity, current: Current): Promise<Opened> {
  const index = await openGeneration(generationFolder(folder, current.generation), current, embedder);
  return { current, index, users: 0, retired: false };
}
