import type { BuildProgress } from '../index/build-request.ts';
import type { Embedder } from '../index/embedder.ts';
import type { IndexStore } from '../index/index-store.ts';
import type { Manifest } from '../index/passage-index.ts';
import { isSameModel } from '../index/same-model.ts';
import { sourcesHash } from '../index/staleness.ts';
import { openEmbedder } from '../index/transformers-embedder.ts';
import { UserError } from '../ingest/user-error.ts';
import type { Config } from './config.ts';
import { withStore } from './open-store.ts';
import { planBuild } from './plan-build.ts';
import { readPassages } from './read-shelf.ts';
import { describeShelf } from './shelf-content.ts';
import type { ShelfContent } from './shelf-content.ts';
import { findShelfFiles } from './shelf-files.ts';

/** How far a build is; `reading` comes first, and cannot be counted. */
export type ShelfProgress = BuildProgress | { stage: 'reading'; done: 0; total: 0 };

export interface BuildShelfOptions {
  onProgress?: (progress: ShelfProgress) => void;
  /** Stops the build; the live index stays as it was. */
  signal?: AbortSignal;
  /** Also reads a fresh index through, and builds it anew where a file of it is damaged. */
  verify?: boolean;
}

/** How often a build is planned, where each time another one gets there first. */
const mostTries = 3;

/**
 * Brings the index up to date with the shelf's transcripts, enrichment and model; does nothing where it is
 * (`built: false`). Where another build changes the index meanwhile, it is planned anew on what that one left. Throws
 * `UserError` where a transcript or the model cannot be read or another build is at work, and the signal's reason where
 * it was aborted.
 */
export async function buildShelf(
  config: Config,
  options: BuildShelfOptions = {},
): Promise<{ manifest: Manifest; built: boolean }> {
  return withEmbedder(config, async (embedder, store) => {
    for (let tries = 1; ; tries++) {
      const live = await store.liveManifest();
      try {
        return await bringUpToDate(config, options, { embedder, store, live });
      } catch (error) {
        const isBusy = error instanceof UserError && error.code === 'index-busy';
        if (!isBusy || tries === mostTries) throw error;
        if ((await store.liveManifest())?.generation === live?.generation) throw error;
      }
    }
  });
}

async function bringUpToDate(
  config: Config,
  { onProgress, signal, verify = false }: BuildShelfOptions,
  { embedder, store, live }: { embedder: Embedder; store: IndexStore; live: Manifest | null },
): Promise<{ manifest: Manifest; built: boolean }> {
  const content = await describeShelf(config, await findShelfFiles(config));
  const sources = hashOf(content, embedder);
  const isFresh = live?.sources === sources;
  const isWhole = !(isFresh && verify && (await isDamaged(store, embedder)));
  if (isFresh && isWhole) return { manifest: live, built: false };
  const build = async (base: Manifest | null): Promise<Manifest> => {
    signal?.throwIfAborted();
    onProgress?.({ stage: 'reading', done: 0, total: 0 });
    const plan = await planBuild(content, base, { keepOthers: config.database !== null });
    const passages = await readPassages(plan.episodes, await findShelfFiles(config));
    const request = { ...plan, base: base?.generation, passages, embedder, sources };
    return store.build({ ...request, onProgress, signal });
  };
  const base = isWhole && live && isSameModel(live.model, embedder) ? live : null;
  return { manifest: await onBase(base, build), built: true };
}

/** Builds on what is there, or from nothing where that turns out to be damaged. */
async function onBase(
  base: Manifest | null,
  build: (base: Manifest | null) => Promise<Manifest>,
): Promise<Manifest> {
  try {
    return await build(base);
  } catch (error) {
    if (base && error instanceof UserError && error.code === 'index-damaged') return build(null);
    throw error;
  }
}

/** The manifest of the index where it is up to date, else null. Throws `UserError` as `buildShelf` does. */
export async function freshIndex(config: Config): Promise<Manifest | null> {
  const content = await describeShelf(config, await findShelfFiles(config));
  return withEmbedder(config, async (embedder, store) => {
    const live = await store.liveManifest();
    return live?.sources === hashOf(content, embedder) ? live : null;
  });
}

async function withEmbedder<T>(
  config: Config,
  work: (embedder: Embedder, store: IndexStore) => Promise<T>,
): Promise<T> {
  const embedder = await openEmbedder({ model: config.embeddingModel, cacheFolder: config.modelCacheFolder });
  try {
    return await withStore(config, (store) => work(embedder, store));
  } finally {
    await embedder.close();
  }
}

function hashOf({ own, added, removed, reading }: ShelfContent, model: Embedder): string {
  // Which of two added transcripts came last decides whose episode counts, so their order is content too.
  const files = [...own, ...added].map(({ path, sha256 }, i) => ({ path: `${i} ${path}`, sha256 }));
  return sourcesHash({ files, model, parameters: { reading, removed: removed.join(' ') } });
}

async function isDamaged(store: IndexStore, embedder: Embedder): Promise<boolean> {
  try {
    await store.verify(embedder);
    return false;
  } catch (error) {
    if (error instanceof UserError) return true;
    throw error;
  }
}
