import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { transcriptFiles } from '../ingest/read-transcripts.ts';
import { UserError } from '../ingest/user-error.ts';
import type { Config } from './config.ts';

/** Where a shelf's transcripts are. */
export type ShelfLocation = Pick<Config, 'transcriptsFolder' | 'addedFolder'>;

const ledgerSchema = z.object({
  /** File names in the folder of added transcripts, in the order in which they were added. */
  added: z.array(z.string()),
  /** Numbers of episodes that were taken off the shelf. */
  removed: z.array(z.number().int()),
  /** See `Origins`; those of transcripts that an older version added are not known. */
  origins: z.record(z.string(), z.string()).default({}),
});
export type ShelfLedger = z.infer<typeof ledgerSchema>;

/** The files that make up a shelf. Paths are absolute. */
export interface ShelfFiles {
  /** The shelf's own transcripts. */
  own: string[];
  /** Copies of those that were added; a later one's episode stands in for any of the same number before it. */
  added: string[];
  /** Folders with enrichment; what a later one says about a paragraph wins. */
  enrichmentFolders: string[];
  ledger: ShelfLedger;
}

/** Finds the files of a shelf. Throws `UserError` where the folder of its own transcripts is not there. */
export async function findShelfFiles({ transcriptsFolder, addedFolder }: ShelfLocation): Promise<ShelfFiles> {
  const ledger = await readLedger(addedFolder);
  const found = existsSync(addedFolder) ? await transcriptFiles([addedFolder]) : [];
  const added = found.filter((file) => file !== ledgerFile(addedFolder));
  const order = (file: string): number => ledger.added.indexOf(path.basename(file));
  return {
    own: await transcriptFiles([transcriptsFolder]),
    added: added.sort((a, b) => order(a) - order(b)),
    enrichmentFolders: [transcriptsFolder, addedFolder]
      .map((folder) => path.join(folder, 'enrichment'))
      .filter((folder) => existsSync(folder)),
    ledger,
  };
}

/** The files with enrichment, in the order in which a later one's word counts. */
export async function enrichmentFiles({ enrichmentFolders }: ShelfFiles): Promise<string[]> {
  const files: string[] = [];
  for (const folder of enrichmentFolders) {
    const names = (await readdir(folder)).filter((name) => name.endsWith('.jsonl'));
    files.push(...names.sort().map((name) => path.join(folder, name)));
  }
  return files;
}

/** Notes what was added and removed, in one atomic rename. */
export async function writeLedger(addedFolder: string, ledger: ShelfLedger): Promise<void> {
  await mkdir(addedFolder, { recursive: true });
  const file = ledgerFile(addedFolder);
  await writeFile(`${file}.next`, `${JSON.stringify(ledger, null, 2)}\n`);
  await rename(`${file}.next`, file);
}

async function readLedger(addedFolder: string): Promise<ShelfLedger> {
  const file = ledgerFile(addedFolder);
  if (!existsSync(file)) return { added: [], removed: [], origins: {} };
  try {
    return ledgerSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (cause) {
    throw new UserError(
      'bad-configuration',
      `${file} does not say which transcripts were added and removed. Mend it, or delete it: then all episodes are back.`,
      { cause },
    );
  }
}

function ledgerFile(addedFolder: string): string {
  return path.join(addedFolder, 'shelf.json');
}
