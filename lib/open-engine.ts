import type { Embedder } from '../index/embedder.ts';
import { LiveIndex } from '../index/live-index.ts';
import { openEmbedder } from '../index/transformers-embedder.ts';
import type { Config } from './config.ts';
import type { Engine } from './engine.ts';
import { LiveShelf } from './live-shelf.ts';
import { openStore } from './open-store.ts';
import { openLanguageModel } from './prose/open-language-model.ts';
import { ShelfEngine } from './shelf-engine.ts';

export interface EngineOptions {
  /**
   * Told of what went wrong without stopping an answer: a new generation that cannot be opened, a quote that did not
   * pass its check. By default a warning of the process; under test, thrown.
   */
  onProblem?: (error: Error) => void;
}

/**
 * Opens the live index of a configuration for questions. Throws `UserError`: 'index-missing', 'index-damaged',
 * 'model-missing', 'model-mismatch' or 'database-unreachable'.
 */
export async function openEngine(config: Config, options: EngineOptions = {}): Promise<Engine> {
  const onProblem = options.onProblem ?? (config.stopOnFault ? stop : warn);
  const embedder = await openEmbedder({ model: config.embeddingModel, cacheFolder: config.modelCacheFolder });
  try {
    const live = await openLive(config, embedder, (error) => {
      onProblem(error instanceof Error ? error : new Error(String(error)));
    });
    const writer = config.languageModel && {
      model: openLanguageModel(config.languageModel),
      config: config.languageModel,
    };
    return new ShelfEngine({ live: new LiveShelf(live), embedder, writer, onProblem });
  } catch (error) {
    await embedder.close();
    throw error;
  }
}

async function openLive(
  config: Config,
  embedder: Embedder,
  onProblem: (error: unknown) => void,
): Promise<LiveIndex> {
  const store = await openStore(config);
  try {
    return await LiveIndex.open(store, embedder, { onProblem });
  } catch (error) {
    await store.close();
    throw error;
  }
}

function stop(error: Error): never {
  throw error;
}

function warn(error: Error): void {
  process.emitWarning(error);
}
