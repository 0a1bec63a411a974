import type { BuildRequest } from './build-request.ts';
import type { EmbedderIdentity, ModelInUse } from './embedder.ts';
import type { Manifest, PassageIndex } from './passage-index.ts';

/** Where the generations of one index are kept: a folder, or a shelf in a database. */
export interface IndexStore {
  /**
   * Builds a new generation beside the live one and makes it the live one. The one that was live is kept for those who
   * still read it. Throws `UserError` ('index-busy') where another build is at work or was since the request's `base`, 'index-damaged' where episodes
   * should stay that the live generation does not have, and the signal's reason where it was aborted.
   */
  build(request: BuildRequest): Promise<Manifest>;
  /** What names the live generation. Throws `UserError` ('index-missing') where there is none. */
  current(): Promise<string>;
  /**
   * Opens a generation by what `current` gave. Throws `UserError`: 'index-damaged', or 'model-mismatch' where another
   * model made it; and what a model that is still being loaded fails with.
   */
  open(current: string, model: ModelInUse): Promise<PassageIndex>;
  /** The manifest of the live generation; null where there is none, or none that can be used: a build mends both. */
  liveManifest(): Promise<Manifest | null>;
  /** Compares the live generation with what was written, further than opening it does. Throws as `open` does. */
  verify(embedder: EmbedderIdentity): Promise<void>;
  /** For when all that was opened is closed. */
  close(): Promise<void>;
}
