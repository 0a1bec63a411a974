import { readdir } from 'node:fs/promises';
import path from 'node:path';
import pLimit from 'p-limit';
import { describeFile } from '../index/hash-file.ts';
import { sha256 } from '../index/manifest.ts';
import type { InputFile } from '../index/passage-index.ts';
import { passageWords } from '../ingest/passages.ts';
import type { Config } from './config.ts';
import { enrichmentFiles } from './shelf-files.ts';
import type { ShelfFiles } from './shelf-files.ts';

/** A file as it is now. */
export interface DescribedFile {
  file: string;
  /** Relative to the project: an index does not depend on where the project is. */
  path: string;
  sha256: string;
}

/** Everything that decides what an index holds, but for the model. */
export interface ShelfContent {
  own: DescribedFile[];
  added: DescribedFile[];
  /** Numbers of episodes that were taken off. */
  removed: readonly number[];
  /** SHA-256 of what decides how transcripts are read: the code that reads them, and what is written about them. */
  reading: string;
}

/** Files read at once: a process may not open as many as a shelf holds. */
const mostOpen = 32;

/** Hashes the files of a shelf, and the code that reads them: a new reader makes an index stale. */
export async function describeShelf(
  { root }: Pick<Config, 'root'>,
  files: ShelfFiles,
): Promise<ShelfContent> {
  const describeAll = (list: readonly string[]): Promise<DescribedFile[]> =>
    limited.map(list, (file) => describe(file, root));
  const limited = pLimit(mostOpen);
  const reader = path.join(root, 'ingest');
  const code = (await readdir(reader, { recursive: true })).filter((name) => name.endsWith('.ts'));
  const reading = await describeAll([
    ...code.map((name) => path.join(reader, name)).sort(),
    ...(await enrichmentFiles(files)),
  ]);
  return {
    own: await describeAll(files.own),
    added: await describeAll(files.added),
    removed: files.ledger.removed,
    reading: sha256(JSON.stringify([passageWords, reading.map((each) => [each.path, each.sha256])])),
  };
}

async function describe(file: string, root: string): Promise<DescribedFile> {
  return { file, path: path.relative(root, file), sha256: (await describeFile(file)).sha256 };
}

/** Under this name an index keeps the hash of how its transcripts were read. */
const readingPath = 'reading';
/** And under this one which episodes were off the shelf. */
const removedPath = 'removed';

/** What an index remembers of the shelf that it was built from; the order of the transcripts tells which stand in. */
export function rememberedInputs(
  { reading, removed }: ShelfContent,
  transcripts: readonly (Pick<DescribedFile, 'path' | 'sha256'> & { numbers: readonly number[] })[],
): InputFile[] {
  return [
    { path: readingPath, sha256: reading, episodes: [] },
    { path: removedPath, sha256: sha256(''), episodes: [...removed] },
    ...transcripts.map(({ path: name, sha256: hash, numbers }) => ({
      path: name,
      sha256: hash,
      episodes: [...numbers],
    })),
  ];
}

/** The other way round. */
export function recalledShelf(inputs: readonly InputFile[]): {
  reading: string | null;
  removed: readonly number[];
  transcripts: InputFile[];
} {
  const [reading, removed, ...transcripts] = inputs;
  const isOurs = reading?.path === readingPath && removed?.path === removedPath;
  return isOurs
    ? { reading: reading.sha256, removed: removed.episodes, transcripts }
    : { reading: null, removed: [], transcripts: [] };
}
