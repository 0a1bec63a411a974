import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { buildIndex } from '../index/build-index.ts';
import type { BuildProgress } from '../index/build-request.ts';
import type { Embedder } from '../index/embedder.ts';
import { describeFile } from '../index/manifest.ts';
import { verifyIndex } from '../index/open-index.ts';
import type { Manifest } from '../index/passage-index.ts';
import { freshManifest, sourcesHash } from '../index/staleness.ts';
import { openEmbedder } from '../index/transformers-embedder.ts';
import { passageWords } from '../ingest/passages.ts';
import { UserError } from '../ingest/user-error.ts';
import type { Config } from './config.ts';
import { readEpisodes, readPassages } from './read-shelf.ts';
import { contentFiles, findShelfFiles } from './shelf-files.ts';
import type { ShelfFiles } from './shelf-files.ts';

/** How far a build is; `reading` comes first, and cannot be counted. */
export type ShelfProgress = BuildProgress | { stage: 'reading'; done: 0; total: 0 };

export interface BuildShelfOptions {
  onProgress?: (progress: ShelfProgress) => void;
  /** Stops the build; the live index stays as it was. */
  signal?: AbortSignal;
  /** Also reads a fresh index through, and builds it anew where a file of it is damaged. */
  verify?: boolean;
}

/**
 * Brings the index up to date with the shelf's transcripts, enrichment and model; does nothing where it is
 * (`built: false`). Throws `UserError` where a transcript or the model cannot be read or another build is at work, and
 * the signal's reason where it was aborted.
 */
export async function buildShelf(
  config: Config,
  { onProgress, signal, verify = false }: BuildShelfOptions = {},
): Promise<{ manifest: Manifest; built: boolean }> {
  const files = await findShelfFiles(config);
  return withEmbedder(config, async (embedder) => {
    const sources = await hashOfShelf(config, files, embedder);
    const fresh = await freshManifest(config.indexFolder, sources);
    if (fresh && !(verify && (await isDamaged(config.indexFolder, embedder)))) {
      return { manifest: fresh, built: false };
    }
    signal?.throwIfAborted();
    onProgress?.({ stage: 'reading', done: 0, total: 0 });
    const episodes = await readEpisodes(files);
    const passages = await readPassages(episodes, files);
    const folder = config.indexFolder;
    const manifest = await buildIndex({ episodes, passages, embedder, folder, sources, onProgress, signal });
    return { manifest, built: true };
  });
}

/** The manifest of the index where it is up to date, else null. Throws `UserError` as `buildShelf` does. */
export async function freshIndex(config: Config): Promise<Manifest | null> {
  const files = await findShelfFiles(config);
  return withEmbedder(config, async (embedder) =>
    freshManifest(config.indexFolder, await hashOfShelf(config, files, embedder)),
  );
}

async function withEmbedder<T>(config: Config, work: (embedder: Embedder) => Promise<T>): Promise<T> {
  const embedder = await openEmbedder({ model: config.embeddingModel, cacheFolder: config.modelCacheFolder });
  try {
    return await work(embedder);
  } finally {
    await embedder.close();
  }
}

async function hashOfShelf(config: Config, files: ShelfFiles, model: Embedder): Promise<string> {
  const content = await contentFiles(files);
  const program = await filesUnder(path.join(config.root, 'ingest'));
  const described = await Promise.all(
    [...content, ...program].map(async (file) => ({
      path: path.relative(config.root, file),
      sha256: (await describeFile(file)).sha256,
    })),
  );
  return sourcesHash({
    files: described,
    model,
    parameters: { passageWords, ledger: JSON.stringify(files.ledger) },
  });
}

/** The code that reads transcripts decides what they give as much as they do: a new reader makes an index stale. */
async function filesUnder(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  return names.filter((name) => name.endsWith('.ts')).map((name) => path.join(folder, name));
}

async function isDamaged(indexFolder: string, embedder: Embedder): Promise<boolean> {
  try {
    await verifyIndex(indexFolder, embedder);
    return false;
  } catch (error) {
    if (error instanceof UserError) return true;
    throw error;
  }
}
