import { readFile } from 'node:fs/promises';

/** Questions, one a line, that have nothing to do with any shelf of interviews. */
export async function readOffTopic(file: string): Promise<string[]> {
  return (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '');
}
