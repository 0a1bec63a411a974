import { open, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { UserError } from '../ingest/user-error.ts';
import { damaged } from './manifest.ts';

/** The live generation, and the SHA-256 of its manifest, which in turn holds those of its files. */
export interface Current {
  generation: string;
  manifestSha256: string;
}

const currentSchema = z
  .string()
  .regex(/^[0-9a-z-]+ [0-9a-f]{64}\n$/)
  .transform((line): Current => {
    const [generation = '', manifestSha256 = ''] = line.trimEnd().split(' ');
    return { generation, manifestSha256 };
  });

const temporaryPrefix = 'building-';
const generationName = /^\d{8}t\d{6}z-[0-9a-f]{8}$/;

export function generationFolder(indexFolder: string, generation: string): string {
  return path.join(indexFolder, generation);
}

export function temporaryFolder(indexFolder: string, generation: string): string {
  return path.join(indexFolder, `${temporaryPrefix}${generation}`);
}

/** Reads which generation is live. Throws `UserError` where there is none or the file is damaged. */
export async function readCurrent(indexFolder: string): Promise<Current> {
  const file = path.join(indexFolder, 'current');
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (isMissing(error)) {
      throw new UserError(
        'index-missing',
        `There is no index in ${indexFolder}. Run \`npm run ingest\` to build it.`,
        { cause: error },
      );
    }
    throw damaged(file, 'cannot be read', error);
  }
  return parseCurrent(text, indexFolder);
}

/** Reads the line that `currentLine` gave. Throws `UserError` ('index-damaged') where it is another. */
export function parseCurrent(line: string, indexFolder: string): Current {
  const parsed = currentSchema.safeParse(line);
  if (parsed.success) return parsed.data;
  throw damaged(path.join(indexFolder, 'current'), 'does not name a generation', parsed.error);
}

export function currentLine({ generation, manifestSha256 }: Current): string {
  return `${generation} ${manifestSha256}\n`;
}

/** Makes a generation the live one, in one atomic rename. */
export async function writeCurrent(indexFolder: string, current: Current): Promise<void> {
  const file = path.join(indexFolder, 'current');
  const next = `${file}.next`;
  const handle = await open(next, 'w');
  try {
    await handle.writeFile(currentLine(current));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(next, file);
  await syncFolder(indexFolder);
}

/** Removes what builds that died have left. Only for the holder of the build lock: no other build is at work. */
export async function removeLeftovers(indexFolder: string): Promise<void> {
  await removeFolders(indexFolder, (name) => name.startsWith(temporaryPrefix));
}

/** Removes all generations but these. */
export async function removeOtherGenerations(indexFolder: string, keep: readonly string[]): Promise<void> {
  await removeFolders(indexFolder, (name) => generationName.test(name) && !keep.includes(name));
}

async function removeFolders(indexFolder: string, unwanted: (name: string) => boolean): Promise<void> {
  for (const entry of await readdir(indexFolder, { withFileTypes: true })) {
    if (!entry.isDirectory() || !unwanted(entry.name)) continue;
    await rm(path.join(indexFolder, entry.name), { recursive: true, force: true });
  }
}

/** A name that sorts by time and is never used twice. */
export function newGenerationName(now: Date, salt: string): string {
  const time = now
    .toISOString()
    .replace(/[-:]|\.\d+/g, '')
    .toLowerCase();
  return `${time}-${salt}`;
}

/** Makes a folder's entries durable. Windows cannot open folders, and needs no such thing. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  await syncPath(folder);
}

export async function syncPath(target: string): Promise<void> {
  const handle = await open(target, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
