import path from 'node:path';
import { buildIndex } from '../index/build-index.ts';
import type { Embedder } from '../index/embedder.ts';
import { sha256 } from '../index/manifest.ts';
import { openPassageIndex } from '../index/open-index.ts';
import { freshManifest, sourcesHash } from '../index/staleness.ts';
import type { Episode } from '../ingest/episode.ts';
import type { Passage } from '../ingest/passage.ts';
import { Shelf } from '../lib/shelf.ts';

/** What is asked. */
export interface Corpus {
  /** A file name, unique among the corpora that share a folder. */
  name: string;
  episodes: readonly Episode[];
  passages: readonly Passage[];
}

/** Indexes a corpus (or takes the index that an earlier run left) in a folder, and loads it. Close its index. */
export async function openCorpus(corpus: Corpus, embedder: Embedder, folder: string): Promise<Shelf> {
  const { name, episodes, passages } = corpus;
  const indexFolder = path.join(folder, name);
  const sources = sourcesHash({
    files: [{ path: name, sha256: sha256(JSON.stringify([episodes, passages])) }],
    model: embedder,
    parameters: {},
  });
  if (!(await freshManifest(indexFolder, sources))) {
    await buildIndex({ episodes, passages, embedder, folder: indexFolder, sources });
  }
  return Shelf.load(await openPassageIndex(indexFolder, embedder));
}

/** The same passages with nothing written about them: what new transcripts are without a language model. */
export function withoutEnrichment(passages: readonly Passage[]): Passage[] {
  return passages.map((passage) => ({
    ...passage,
    enrichment: null,
    spans: passage.spans.map((span) => ({ ...span, enrichment: null })),
  }));
}
