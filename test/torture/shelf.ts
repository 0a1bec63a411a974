import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { interview } from '../fixtures/small-shelf.ts';

/** Where the program and the probe find a shelf of two interviews. */
export async function writeShelf(root: string): Promise<string> {
  const folder = path.join(root, 'transcripts');
  await mkdir(folder);
  await writeFile(path.join(folder, 'one.txt'), interview(1, 'Anna Almond', 'Treeline', 'pruning shears'));
  await writeFile(path.join(folder, 'two.txt'), interview(2, 'Bob Birch', 'Sapling', 'watering cans'));
  return folder;
}

/** Writes a transcript of many interviews, to be added to the shelf, and returns its path. */
export async function writeMoreInterviews(folder: string, count = 40): Promise<string> {
  const file = path.join(folder, 'more.txt');
  const interviews = Array.from({ length: count }, (_, i) => {
    const guest = `${oneOf('Cleo Dora Ella Finn Gina Hugo Iris Jack'.split(' '), i)} ${oneOf('Cedar Dogwood Elm Fir Gorse'.split(' '), i)}`;
    return interview(200 + i, guest, `Barkly${i}`, `bird houses of kind ${i}`);
  });
  await writeFile(file, interviews.join('\n\n\n'));
  return file;
}

function oneOf(names: readonly string[], at: number): string {
  return names[at % names.length] ?? '';
}
