import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { buildIndex } from '../../index/build-index.ts';
import { openPassageIndex } from '../../index/open-index.ts';
import type { PassageIndex } from '../../index/passage-index.ts';
import { openEmbedder } from '../../index/transformers-embedder.ts';
import type { Quote } from '../../lib/answer/quote.ts';
import { buildShelf } from '../../lib/build-shelf.ts';
import { parseConfig } from '../../lib/config.ts';
import type { Config } from '../../lib/config.ts';
import { findProjectRoot } from '../../lib/project-root.ts';
import { Shelf } from '../../lib/shelf.ts';
import { HashingEmbedder } from '../index/hashing-embedder.ts';
import { sampleShelf } from '../index/sample-shelf.ts';

/** A configuration whose index holds the project's own transcripts, built afresh with the bundled model. */
export async function realShelfConfig(): Promise<Config> {
  const set = { NODE_ENV: 'test', DATA_DIR: await folderOfThisFile() };
  const config = parseConfig(set, findProjectRoot());
  await buildShelf(config);
  return config;
}

/** The shelf of `realShelfConfig`, loaded. */
export async function realShelf(): Promise<Shelf> {
  const config = await realShelfConfig();
  const embedder = await openEmbedder({ model: config.embeddingModel, cacheFolder: config.modelCacheFolder });
  await embedder.close();
  return loaded(await openPassageIndex(config.indexFolder, embedder));
}

/** A few invented episodes, loaded: the two of `sampleShelf`, or others. */
export async function smallShelf(sample = sampleShelf()): Promise<Shelf> {
  const folder = await folderOfThisFile();
  const embedder = new HashingEmbedder();
  await buildIndex({ ...sample, embedder, folder, sources: 'sample' });
  return loaded(await openPassageIndex(folder, embedder));
}

/** The span of the first paragraph of a shelf that holds these words. */
export function quoteOf(words: string, shelf: Shelf): Quote {
  const paragraph = shelf.episodes
    .flatMap(({ paragraphs }) => paragraphs)
    .find(({ text }) => text.includes(words));
  if (!paragraph) throw new Error(`Nobody says “${words}”`);
  const start = paragraph.text.indexOf(words);
  return { anchor: paragraph.anchor, start, end: start + words.length };
}

async function loaded(index: PassageIndex): Promise<Shelf> {
  afterAll(() => index.close());
  return Shelf.load(index);
}

/** An empty folder that goes when the tests of the file are over. */
async function folderOfThisFile(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'underdog-shelf-'));
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
