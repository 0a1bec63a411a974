import type { Episode } from '../ingest/episode.ts';
import type { Passage } from '../ingest/passage.ts';
import type { Embedder } from './embedder.ts';
import type { InputFile } from './passage-index.ts';

export interface BuildProgress {
  /** `linking` puts vectors into a graph. */
  stage: 'embedding' | 'writing' | 'linking' | 'verifying';
  /** Texts embedded, or vectors linked; 0 of 0 in the other stages. */
  done: number;
  total: number;
}

/** What a generation is to hold. */
export interface BuildRequest {
  /** New and changed episodes. One that the live generation has is replaced. */
  episodes: readonly Episode[];
  /** Of all these episodes, those of one together and in reading order. */
  passages: readonly Passage[];
  /** Numbers of the live generation's episodes that stay as they are; those neither here nor above are removed. */
  unchanged?: ReadonlySet<number>;
  /** The generation that `unchanged` was read from; where another is live by now, the build is refused. */
  base?: string;
  embedder: Embedder;
  /** Stored in the manifest, see `sourcesHash`. */
  sources: string;
  /** Stored in the manifest. */
  inputs?: readonly InputFile[];
  onProgress?: (progress: BuildProgress) => void;
  /** Stops the build; the live generation stays. */
  signal?: AbortSignal;
}
