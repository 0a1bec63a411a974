import type { LiveIndex } from '../index/live-index.ts';
import type { PassageIndex } from '../index/passage-index.ts';
import { OncePer } from './once-per.ts';
import { Shelf } from './shelf.ts';

/** The shelf of whichever generation is live, loaded once a generation. */
export class LiveShelf {
  /** By index, so that a retired generation's shelf goes when its index does. */
  private readonly loaded = new OncePer<PassageIndex, Shelf>();

  constructor(private readonly live: LiveIndex) {}

  /** Does something with the live shelf, which stays open until that is done. */
  async use<T>(work: (shelf: Shelf) => Promise<T>): Promise<T> {
    const { shelf, release } = await this.lease();
    try {
      return await work(shelf);
    } finally {
      release();
    }
  }

  /** The live shelf, open until it is released; release it in a `finally`. */
  async lease(): Promise<{ shelf: Shelf; release: () => void }> {
    const lease = await this.live.lease();
    try {
      return {
        shelf: await this.loaded.get(lease.index, () => Shelf.load(lease.index)),
        release: () => {
          lease.release();
        },
      };
    } catch (error) {
      lease.release();
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.live.close();
  }
}
