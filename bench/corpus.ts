import { copyFile, mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { transcriptFiles } from '../ingest/read-transcripts.ts';
import { parseConfig } from '../lib/config.ts';
import type { Config } from '../lib/config.ts';
import { findProjectRoot } from '../lib/project-root.ts';

const transcripts = 'transcripts';
/** Holds one transcript more, to be added to what is indexed. */
const added = 'added';

/**
 * Copies `size` transcripts, taken evenly from a folder of them and its folders, to where a size is measured, and one
 * more to be added. They are numbered anew, as shows number theirs each from 1. Returns the number of files, or null
 * where there are not as many; a folder of fewer files than episodes counts as one size, whatever is asked for first.
 */
export async function layOut(corpus: string, size: number, folder: string): Promise<number | null> {
  const files = (await transcriptsBelow(corpus)).sort();
  const isShelf = files.length < 10;
  if (isShelf ? size > 10 : files.length < size) return null;
  const chosen = isShelf
    ? files
    : Array.from({ length: size }, (_, i) => files[Math.floor((i * files.length) / size)] ?? '');
  await rm(folder, { recursive: true, force: true });
  for (const name of [transcripts, added]) await mkdir(path.join(folder, name), { recursive: true });
  for (const [i, file] of chosen.entries())
    await copyFile(file, path.join(folder, transcripts, nameOf(i, file)));
  const more = files.find((file) => !chosen.includes(file)) ?? files[0];
  if (more !== undefined) await copyFile(more, path.join(folder, added, nameOf(chosen.length, more)));
  return chosen.length;
}

/** The configuration of a size's shelf; nothing of the user's own is read or written. */
export function configOf(folder: string): Config {
  return parseConfig(
    { TRANSCRIPTS_DIR: path.join(folder, transcripts), DATA_DIR: path.join(folder, 'data') },
    findProjectRoot(),
  );
}

export function addedFolderOf(folder: string): string {
  return path.join(folder, added);
}

function nameOf(position: number, file: string): string {
  return `episode-${String(position + 1).padStart(5, '0')}${path.extname(file)}`;
}

async function transcriptsBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const below = await Promise.all(
    entries
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'enrichment')
      .map((entry) => transcriptsBelow(path.join(folder, entry.name))),
  );
  const own = entries.some((entry) => entry.isFile()) ? await transcriptFiles([folder]) : [];
  return [...own, ...below.flat()];
}
