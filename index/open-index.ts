import { DiskSegment } from './disk/disk-segment.ts';
import { OpenGeneration } from './disk/open-generation.ts';
import { segmentFileName } from './disk/segment-files.ts';
import { StoredSegment } from './disk/stored-segment.ts';
import type { EmbedderIdentity, ModelInUse } from './embedder.ts';
import { generationFolder, readCurrent } from './generation-folders.ts';
import type { Current } from './generation-folders.ts';
import type { PassageIndex } from './passage-index.ts';
import { SegmentedIndex } from './segments/segmented-index.ts';

export type { EmbedderIdentity } from './embedder.ts';

/**
 * Opens the live generation of an index folder for queries of this embedder. Throws `UserError`: 'index-missing',
 * 'index-damaged' (naming the file), or 'model-mismatch' where another model made the index.
 */
export async function openPassageIndex(
  indexFolder: string,
  embedder: EmbedderIdentity,
): Promise<PassageIndex> {
  const current = await readCurrent(indexFolder);
  return openGeneration(generationFolder(indexFolder, current.generation), current, embedder);
}

/** Opens one generation in a folder of any name; throws as `openPassageIndex` does. */
export async function openGeneration(
  folder: string,
  current: Current,
  model: ModelInUse,
): Promise<PassageIndex> {
  const { manifest, files, segments } = await OpenGeneration.open(folder, current, model, DiskSegment);
  const hasGraph = segments.some(({ name }) =>
    (['passageGraph', 'questionGraph'] as const).some((file) => files.has(segmentFileName(name, file))),
  );
  return new SegmentedIndex(
    manifest,
    hasGraph ? 'hnsw' : 'exact',
    segments.map(({ segment }) => segment),
  );
}

/**
 * Compares every byte of the live generation with what was written: more than opening does, which leaves what is read
 * in pieces to be compared when it is read. Throws as `openPassageIndex` does.
 */
export async function verifyIndex(indexFolder: string, embedder: EmbedderIdentity): Promise<void> {
  const current = await readCurrent(indexFolder);
  const folder = generationFolder(indexFolder, current.generation);
  const generation = await OpenGeneration.open(folder, current, embedder, StoredSegment);
  try {
    for (const name of Object.keys(generation.manifest.files)) await generation.files.verify(name);
  } finally {
    await generation.close();
  }
}
