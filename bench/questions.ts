import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { Episode } from '../ingest/episode.ts';

/** Fewer would leave the 99th of a hundred to chance. */
const most = 300;

/** What hosts asked, as they asked it: questions of the length and manner of people, which no figure was tuned on. */
export async function keepQuestions(episodes: readonly Episode[], folder: string): Promise<void> {
  const asked = episodes.flatMap(({ paragraphs, turns }) =>
    paragraphs.flatMap(({ text, turn }) => {
      if (turns[turn]?.role !== 'host') return [];
      const [question = ''] = text.match(/[^.?!]{25,250}\?$/) ?? [];
      return question === '' ? [] : [question.trim()];
    }),
  );
  const step = Math.max(1, asked.length / most);
  const chosen = Array.from({ length: Math.min(most, asked.length) }, (_, i) => asked[Math.floor(i * step)]);
  await writeFile(fileIn(folder), JSON.stringify(chosen));
}

export async function keptQuestions(folder: string): Promise<string[]> {
  return z.array(z.string()).parse(JSON.parse(await readFile(fileIn(folder), 'utf8')));
}

function fileIn(folder: string): string {
  return path.join(folder, 'questions.json');
}
