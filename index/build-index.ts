import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Episode } from '../ingest/episode.ts';
import type { Passage } from '../ingest/passage.ts';
import { UserError } from '../ingest/user-error.ts';
import { withBuildLock } from './build-lock.ts';
import { embedAll, vectorsOfLiveGeneration } from './embed-all.ts';
import type { Embedder } from './embedder.ts';
import {
  generationFolder,
  newGenerationName,
  readCurrent,
  removeLeftovers,
  removeOtherGenerations,
  syncFolder,
  syncPath,
  temporaryFolder,
  writeCurrent,
} from './generation-folders.ts';
import type { Current } from './generation-folders.ts';
import { HnswVectors } from './hnsw-vectors.ts';
import { describeFile, indexFormat, manifestFile, sha256 } from './manifest.ts';
import { openGeneration } from './open-index.ts';
import type { Manifest } from './passage-index.ts';
import { generationFiles } from './shelf-schema.ts';
import { questionsOf, writeShelf } from './shelf-writer.ts';
import { VectorTable } from './vector-table.ts';

export interface BuildProgress {
  stage: 'embedding' | 'writing' | 'verifying';
  /** Texts embedded; 0 of 0 in the other stages. */
  done: number;
  total: number;
}

export interface BuildRequest {
  episodes: readonly Episode[];
  /** Of all episodes, in reading order within each. */
  passages: readonly Passage[];
  embedder: Embedder;
  /** Holds the generations; made where it is missing. */
  folder: string;
  /** Stored in the manifest, see `sourcesHash`. */
  sources: string;
  onProgress?: (progress: BuildProgress) => void;
  /** Stops the build between batches; the live generation stays. */
  signal?: AbortSignal;
}

/**
 * Builds a new generation beside the live one, verifies it by opening it, and makes it the live one. The one that
 * was live is kept for those who still read it, older ones are removed. Throws `UserError` ('index-busy') where
 * another build of this folder is at work, and the signal's reason where it was aborted.
 */
export async function buildIndex(request: BuildRequest): Promise<Manifest> {
  const { folder } = request;
  return withBuildLock(folder, async () => {
    await removeLeftovers(folder);
    const generation = newGenerationName(new Date(), randomBytes(4).toString('hex'));
    const temporary = temporaryFolder(folder, generation);
    await mkdir(temporary);
    try {
      const manifest = await writeGeneration(temporary, generation, request);
      const manifestSha256 = await writeManifest(temporary, manifest);
      request.onProgress?.({ stage: 'verifying', done: 0, total: 0 });
      await verifyGeneration(temporary, { generation, manifestSha256 }, request.embedder);
      request.signal?.throwIfAborted();
      await rename(temporary, generationFolder(folder, generation));
      await syncFolder(folder);
      const previous = await liveGeneration(folder);
      await writeCurrent(folder, { generation, manifestSha256 });
      await removeOtherGenerations(folder, previous ? [previous, generation] : [generation]);
      return manifest;
    } finally {
      await rm(temporary, { recursive: true, force: true });
    }
  });
}

async function writeGeneration(folder: string, generation: string, request: BuildRequest): Promise<Manifest> {
  const { episodes, passages, embedder, signal, onProgress } = request;
  const questions = questionsOf(passages);
  const texts = [...passages, ...questions].map(({ text }) => text);
  const vectors = await embedAll(texts, embedder, {
    known: await vectorsOfLiveGeneration(request.folder, embedder),
    onProgress: (done, total) => onProgress?.({ stage: 'embedding', done, total }),
    signal,
  });

  onProgress?.({ stage: 'writing', done: 0, total: 0 });
  const { dimensions } = embedder;
  await writeVectors(folder, 'passage', VectorTable.from(vectors.slice(0, passages.length), dimensions));
  await writeVectors(folder, 'question', VectorTable.from(vectors.slice(passages.length), dimensions));
  writeShelf(path.join(folder, generationFiles.shelf), { episodes, passages, questions });

  const files: Manifest['files'] = {};
  for (const name of (await readdir(folder)).sort()) {
    await syncPath(path.join(folder, name));
    files[name] = await describeFile(path.join(folder, name));
  }
  return {
    format: indexFormat,
    generation,
    createdAt: new Date().toISOString(),
    model: { name: embedder.name, dimensions, revision: embedder.revision },
    counts: {
      episodes: episodes.length,
      paragraphs: episodes.reduce((sum, episode) => sum + episode.paragraphs.length, 0),
      passages: passages.length,
      questions: questions.length,
    },
    sources: request.sources,
    files,
  };
}

async function writeVectors(folder: string, of: 'passage' | 'question', table: VectorTable): Promise<void> {
  await writeFile(path.join(folder, generationFiles[`${of}s`]), table.bytes());
  await HnswVectors.write(table, path.join(folder, generationFiles[`${of}Graph`]));
}

/** Returns the SHA-256 of the manifest's file. */
async function writeManifest(folder: string, manifest: Manifest): Promise<string> {
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  const file = path.join(folder, manifestFile);
  await writeFile(file, text);
  await syncPath(file);
  await syncFolder(folder);
  return sha256(text);
}

/** Opens what was written as a reader will: neither SQLite nor hnswlib can be trusted to report a full disk. */
async function verifyGeneration(folder: string, current: Current, embedder: Embedder): Promise<void> {
  const index = await openGeneration(folder, current, embedder);
  try {
    index.verify();
  } finally {
    await index.close();
  }
}

/** Name of the live generation, or null where there is none that could be told. */
async function liveGeneration(folder: string): Promise<string | null> {
  try {
    return (await readCurrent(folder)).generation;
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}
