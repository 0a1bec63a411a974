import { existsSync } from 'node:fs';
import { appendFile, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** Questions that were asked on this machine, newest first, as line editors want them. */
export async function readHistory(file: string): Promise<string[]> {
  if (!existsSync(file)) return [];
  return (await readFile(file, 'utf8')).split('\n').filter(Boolean).reverse();
}

export async function appendHistory(file: string, question: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await appendFile(file, `${question.replace(/\s+/g, ' ')}\n`, { mode: 0o600 });
}
