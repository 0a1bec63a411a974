import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { transcriptFiles } from '../ingest/read-transcripts.ts';
import { UserError } from '../ingest/user-error.ts';
import type { Config } from './config.ts';

/** Where a shelf's transcripts are told from. */
export type ShelfLocation = Pick<Config, 'transcriptsFolder' | 'addedFolder'>;

/** The files that make up a shelf. Paths are absolute. */
export interface ShelfFiles {
  /** The shelf's own transcripts. */
  own: string[];
  /** Copies of those that were added; an episode of theirs stands in for one of the same number in `own`. */
  added: string[];
  /** Folders with enrichment; what a later one says about a paragraph wins. */
  enrichmentFolders: string[];
  /** Numbers of episodes that were taken off the shelf. */
  removed: number[];
}

/** Finds the files of a shelf. Throws `UserError` where the folder of its own transcripts is not there. */
export async function findShelfFiles({ transcriptsFolder, addedFolder }: ShelfLocation): Promise<ShelfFiles> {
  const folders = [transcriptsFolder, addedFolder].filter((folder) => existsSync(folder));
  return {
    own: await transcriptFiles([transcriptsFolder]),
    added: existsSync(addedFolder) ? await transcriptFiles([addedFolder]) : [],
    enrichmentFolders: folders.map((folder) => path.join(folder, 'enrichment')).filter(existsSync),
    removed: await readRemoved(addedFolder),
  };
}

/** Every file that decides what the shelf holds, transcripts and enrichment. */
export async function contentFiles({ own, added, enrichmentFolders }: ShelfFiles): Promise<string[]> {
  const enrichment = await Promise.all(
    enrichmentFolders.map(async (folder) => {
      const names = await readdir(folder);
      return names.filter((name) => name.endsWith('.jsonl')).map((name) => path.join(folder, name));
    }),
  );
  return [...own, ...added, ...enrichment.flat()];
}

/** The list of removed episodes, in the folder of added transcripts. */
export function removedFile(addedFolder: string): string {
  return path.join(addedFolder, 'removed.json');
}

async function readRemoved(addedFolder: string): Promise<number[]> {
  const file = removedFile(addedFolder);
  if (!existsSync(file)) return [];
  try {
    return z.array(z.number().int()).parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (cause) {
    throw new UserError(
      'bad-configuration',
      `${file} is no list of episode numbers, such as [61, 62]. Mend it, or delete it to have all episodes back.`,
      { cause },
    );
  }
}
