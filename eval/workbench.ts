import path from 'node:path';
import type { Embedder } from '../index/embedder.ts';
import { sha256 } from '../index/manifest.ts';
import { sourcesHash } from '../index/staleness.ts';
import type { Episode } from '../ingest/episode.ts';
import type { Passage } from '../ingest/passage.ts';
import type { Config } from '../lib/config.ts';
import { openStore } from '../lib/open-store.ts';
import { Shelf } from '../lib/shelf.ts';
import { rewritten } from './rewritten.ts';

/** What is asked. */
export interface Corpus {
  /** A file name, unique among the corpora that share a folder. */
  name: string;
  episodes: readonly Episode[];
  passages: readonly Passage[];
}

/** A shelf that is asked, until it is closed. */
export interface OpenCorpus {
  shelf: Shelf;
  close(): Promise<void>;
}

/** Where a corpus of this name is indexed: below a folder, or beside the configured shelf in the same database. */
export function corpusConfig(config: Config, name: string, folder: string): Config {
  const { database } = config;
  return {
    ...config,
    indexFolder: path.join(folder, name),
    database: database && { ...database, shelf: `${database.shelf}.eval.${name}` },
  };
}

/** Indexes a corpus, or takes the index that an earlier run left, and loads it. */
export async function openCorpus(corpus: Corpus, embedder: Embedder, config: Config): Promise<OpenCorpus> {
  const { name, episodes, passages } = corpus;
  const sources = sourcesHash({
    files: [{ path: name, sha256: sha256(JSON.stringify([episodes, passages])) }],
    model: embedder,
    parameters: {},
  });
  const store = await openStore(config);
  const live = await store.liveManifest();
  if (live?.sources !== sources) await store.build({ episodes, passages, embedder, sources });
  const index = await store.open(await store.current(), embedder);
  return {
    shelf: await Shelf.load(index),
    async close() {
      await index.close();
      await store.close();
    },
  };
}

/** The same passages with nothing written about them: what new transcripts are without a language model. */
export function withoutEnrichment(passages: readonly Passage[]): Passage[] {
  return passages.map((passage) => rewritten(passage, () => null));
}
