import type { ModelInUse } from '../index/embedder.ts';
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
  // The index is read while the model is loaded.
  const model = openEmbedder({ model: config.embeddingModel, cacheFolder: config.modelCacheFolder });
  const [loaded, opened] = await Promise.allSettled([
    model,
    openLive(config, model, (error) => {
      onProblem(error instanceof Error ? error : new Error(String(error)));
    }),
  ]);
  if (loaded.status === 'rejected') throw loaded.reason;
  const embedder = loaded.value;
  try {
    if (opened.status === 'rejected') throw opened.reason;
    const writer = config.languageModel && {
      model: openLanguageModel(config.languageModel),
      config: config.languageModel,
    };
    return new ShelfEngine({ live: new LiveShelf(opened.value), embedder, writer, onProblem });
  } catch (error) {
    await embedder.close();
    throw error;
  }
}

async function openLive(
  config: Config,
  model: ModelInUse,
  onProblem: (error: unknown) => void,
): Promise<LiveIndex> {
  const store = await openStore(config);
  try {
    return await LiveIndex.open(store, model, { onProblem });
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
