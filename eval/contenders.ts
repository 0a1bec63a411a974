import { openEmbedder } from '../index/transformers-embedder.ts';
import type { Episode } from '../ingest/episode.ts';
import type { Config } from '../lib/config.ts';
import { openEngine } from '../lib/open-engine.ts';
import { readEpisodes, readPassages } from '../lib/read-shelf.ts';
import { findShelfFiles } from '../lib/shelf-files.ts';
import { ourAnswers } from './systems/our-answers.ts';
import { fusedSearch, ourSearch } from './systems/our-search.ts';
import { plainSearch } from './systems/plain-search.ts';
import type { System } from './systems/system.ts';
import { textbookRag } from './systems/textbook-rag.ts';
import { corpusConfig, openCorpus, withoutEnrichment } from './workbench.ts';

/** The rows of the table, over the same shelf. */
export interface Contenders {
  /** Ours, whole, comes last. */
  systems: System[];
  episodes: Episode[];
  /** The embedding model that all of them use. */
  model: string;
  close(): Promise<void>;
}

/** Opens ours and what it must beat, over the configured transcripts, with indexes of their own in a folder. */
export async function openContenders(config: Config, folder: string): Promise<Contenders> {
  const files = await findShelfFiles(config);
  const episodes = await readEpisodes(files);
  const passages = await readPassages(episodes, files);
  const embedder = await openEmbedder({ model: config.embeddingModel, cacheFolder: config.modelCacheFolder });
  const place = corpusConfig(config, 'shelf', folder);
  const full = await openCorpus({ name: 'shelf', episodes, passages }, embedder, place);
  const bare = await openCorpus(
    { name: 'bare-shelf', episodes, passages: withoutEnrichment(passages) },
    embedder,
    corpusConfig(config, 'bare-shelf', folder),
  );
  const plain = { index: full.shelf.index, embedder };
  const engine = await openEngine({ ...place, languageModel: null, stopOnFault: true });
  const systems = [
    await textbookRag(episodes, embedder),
    plainSearch('BM25', ['text'], plain),
    plainSearch('dense', ['passage'], plain),
    plainSearch('hybrid (RRF)', ['text', 'passage'], plain),
    ourSearch('ours without enrichment', { shelf: bare.shelf, embedder }),
    fusedSearch('ours without re-ranking', { shelf: full.shelf, embedder }),
    ourAnswers('ours', engine),
  ];
  return {
    systems,
    episodes,
    model: `${embedder.name} ${embedder.revision.slice(0, 12)}`,
    async close() {
      await engine.close();
      await Promise.all([full.close(), bare.close()]);
      await embedder.close();
    },
  };
}
