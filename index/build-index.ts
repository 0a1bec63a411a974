import { randomBytes } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { UserError } from '../ingest/user-error.ts';
import { withBuildLock } from './build-lock.ts';
import type { BuildRequest } from './build-request.ts';
import { EmbeddingLog } from './disk/embedding-log.ts';
import { OpenGeneration } from './disk/open-generation.ts';
import { StoredSegment } from './disk/stored-segment.ts';
import { verifyWritten } from './disk/verify-written.ts';
import { writeGeneration } from './disk/write-generation.ts';
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
import { manifestFile, sha256 } from './manifest.ts';
import type { Manifest } from './passage-index.ts';
import { assertSameBase } from './same-base.ts';

export interface FolderBuildRequest extends BuildRequest {
  /** Holds the generations; made where it is missing. */
  folder: string;
  /** Graphs are built of this many vectors and more. Default 524,288. */
  fewestForGraph?: number;
}

/**
 * Builds a new generation beside the live one, verifies it as a reader will, and makes it the live one. The one that
 * was live is kept for those who still read it, older ones are removed. Throws `UserError` ('index-busy') where
 * another build of this folder is at work, 'index-damaged' where episodes should stay that the live generation no
 * longer has, and the signal's reason where it was aborted: what was embedded until then is kept for the next build.
 */
export async function buildIndex(request: FolderBuildRequest): Promise<Manifest> {
  const { folder, embedder, signal, fewestForGraph } = request;
  return withBuildLock(folder, async () => {
    await removeLeftovers(folder);
    const generation = newGenerationName(new Date(), randomBytes(4).toString('hex'));
    const temporary = temporaryFolder(folder, generation);
    await mkdir(temporary);
    const live = await openLive(folder, request);
    const log = await EmbeddingLog.open(folder, embedder);
    try {
      assertSameBase(request, live?.manifest ?? null);
      const place = { folder: temporary, generation, live, log, fewestForGraph };
      const manifest = await writeGeneration(request, place);
      const current = { generation, manifestSha256: await writeManifest(temporary, manifest) };
      request.onProgress?.({ stage: 'verifying', done: 0, total: 0 });
      await verifyWritten(temporary, current, live?.manifest.segments.map(({ name }) => name) ?? []);
      signal?.throwIfAborted();
      await rename(temporary, generationFolder(folder, generation));
      await syncFolder(folder);
      await writeCurrent(folder, current);
      await log.remove();
      await removeOtherGenerations(folder, [live?.manifest.generation ?? generation, generation]);
      return manifest;
    } finally {
      await log.close();
      await live?.close();
      await rm(temporary, { recursive: true, force: true });
    }
  });
}

/** Opens the live generation as this embedder's; null where there is none that can be used and none is needed. */
async function openLive(
  folder: string,
  { embedder, unchanged }: BuildRequest,
): Promise<OpenGeneration<StoredSegment> | null> {
  try {
    const current = await readCurrent(folder);
    const named = generationFolder(folder, current.generation);
    return await OpenGeneration.open(named, current, embedder, StoredSegment);
  } catch (error) {
    // Missing, damaged, or made by another model: then everything is made anew.
    if (error instanceof UserError && (unchanged?.size ?? 0) === 0) return null;
    throw error;
  }
}

/** Returns the SHA-256 of the manifest's file. */
async function writeManifest(folder: string, manifest: Manifest): Promise<string> {
  const text = `${JSON.stringify(manifest, null, 1)}\n`;
  const file = path.join(folder, manifestFile);
  await writeFile(file, text);
  await syncPath(file);
  await syncFolder(folder);
  return sha256(text);
}
