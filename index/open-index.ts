import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { UserError } from '../ingest/user-error.ts';
import type { Embedder } from './embedder.ts';
import { EmbeddedIndex } from './embedded-index.ts';
import { ExactVectors } from './exact-vectors.ts';
import { generationFolder, readCurrent } from './generation-folders.ts';
import type { Current } from './generation-folders.ts';
import { HnswVectors } from './hnsw-vectors.ts';
import { damaged, readManifest, verifyFile } from './manifest.ts';
import type { Manifest } from './passage-index.ts';
import { generationFiles } from './shelf-schema.ts';
import { ShelfReader } from './shelf-reader.ts';
import type { VectorIndex } from './vector-index.ts';
import { VectorTable } from './vector-table.ts';

/** What of an embedder decides whether its vectors can be compared with those of an index. */
export type EmbedderIdentity = Pick<Embedder, 'name' | 'dimensions' | 'revision'>;

/**
 * Opens the live generation of an index folder for queries of this embedder. Throws `UserError`: 'index-missing',
 * 'index-damaged' (naming the file), or 'model-mismatch' where another model made the index.
 */
export async function openPassageIndex(
  indexFolder: string,
  embedder: EmbedderIdentity,
): Promise<EmbeddedIndex> {
  const current = await readCurrent(indexFolder);
  return openGeneration(generationFolder(indexFolder, current.generation), current, embedder);
}

/** Opens one generation in a folder of any name, after verifying every file of it. */
export async function openGeneration(
  folder: string,
  current: Current,
  embedder: EmbedderIdentity,
): Promise<EmbeddedIndex> {
  const manifest = await readManifest(folder, current.manifestSha256);
  if (manifest.generation !== current.generation) throw damaged(folder, 'holds another generation');
  assertSameModel(manifest.model, embedder);
  await Promise.all(Object.keys(manifest.files).map((name) => verifyFile(folder, name, manifest)));

  const { counts } = manifest;
  const passageVectors = await readVectors(folder, generationFiles.passages, manifest, counts.passages);
  const questionVectors = await readVectors(folder, generationFiles.questions, manifest, counts.questions);
  const passageGraph = await openGraph(folder, generationFiles.passageGraph, manifest, passageVectors);
  const questionGraph = await openGraph(folder, generationFiles.questionGraph, manifest, questionVectors);
  const shelfFile = path.join(folder, generationFiles.shelf);
  if (!manifest.files[generationFiles.shelf]) throw damaged(shelfFile, 'is not named by its manifest');
  return new EmbeddedIndex({
    manifest,
    vectorDriver: passageGraph && questionGraph ? 'hnsw' : 'exact',
    shelf: new ShelfReader(shelfFile),
    passageVectors,
    questionVectors,
    passageSearch: passageGraph ?? new ExactVectors(passageVectors),
    questionSearch: questionGraph ?? new ExactVectors(questionVectors),
  });
}

function assertSameModel(indexed: Manifest['model'], embedder: EmbedderIdentity): void {
  const same =
    indexed.name === embedder.name &&
    indexed.dimensions === embedder.dimensions &&
    indexed.revision === embedder.revision;
  if (same) return;
  const describe = (model: EmbedderIdentity): string =>
    `${model.name} (${model.dimensions} dimensions, revision ${model.revision.slice(0, 12)})`;
  throw new UserError(
    'model-mismatch',
    `The index was built with the embedding model ${describe(indexed)}, but the one in use is ${describe(embedder)}. ` +
      'Run `npm run ingest` to build the index with it, or set EMBEDDING_MODEL back.',
  );
}

async function readVectors(
  folder: string,
  name: string,
  manifest: Manifest,
  expected: number,
): Promise<VectorTable> {
  const file = path.join(folder, name);
  const bytes = await readFile(file).catch((error: unknown) => {
    throw damaged(file, 'cannot be read', error);
  });
  if (bytes.byteLength !== expected * manifest.model.dimensions * 4) {
    throw damaged(file, `does not hold ${expected} vectors`);
  }
  return VectorTable.fromBytes(bytes, manifest.model.dimensions);
}

/** Null where the generation was built, or is being read, without hnswlib-node. */
async function openGraph(
  folder: string,
  name: string,
  manifest: Manifest,
  table: VectorTable,
): Promise<VectorIndex | null> {
  if (!manifest.files[name]) return null;
  const file = path.join(folder, name);
  try {
    return await HnswVectors.open(file, table);
  } catch (error) {
    throw damaged(file, 'cannot be loaded', error);
  }
}
