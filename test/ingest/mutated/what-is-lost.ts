import { z } from 'zod';
import type { Episode } from '../../../ingest/episode.ts';
import { marksIn } from './talk.ts';
import type { Talk } from './talk.ts';

/** Which of the words that were said are not, in this order, among those that were read. */
export function faultsOfWords({ said }: Talk, episodes: readonly Episode[]): string[] {
  const read = squeezed(wordsOf(episodes));
  const faults: string[] = [];
  let at = 0;
  for (const { words } of said) {
    const found = read.indexOf(squeezed(words), at);
    if (found < 0) faults.push(`lost: ${words.slice(-200)}`);
    else at = found + squeezed(words).length;
  }
  return faults;
}

/** Which marks stand in what a damaged file says oftener than in what was read of it. */
export function faultsOfMarks(format: string, bytes: Buffer, episodes: readonly Episode[]): string[] {
  const counts = new Map<string, number>();
  for (const { mark } of marksIn(saidIn(format, bytes))) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  for (const { mark } of marksIn(wordsOf(episodes))) counts.set(mark, (counts.get(mark) ?? 0) - 1);
  return [...counts].filter(([, count]) => count > 0).map(([mark, count]) => `lost: ${mark}, ${count} times`);
}

/** Which marks are under another episode than that of the last title before them in the file. */
export function faultsOfOwners(
  bytes: Buffer,
  titles: ReadonlyMap<string, number>,
  episodes: readonly Episode[],
): string[] {
  const owners = new Map<string, Set<number>>();
  let owner: number | null = null;
  for (const line of bytes.toString('latin1').split('\n')) {
    // Nothing is known after a title that was damaged.
    if (/:/u.test(line) && !/^(?:Ada Able|Ben Best): /u.test(line)) owner = titles.get(line) ?? null;
    for (const { mark } of marksIn(line)) {
      if (owner !== null) owners.set(mark, (owners.get(mark) ?? new Set()).add(owner));
    }
  }
  return episodes.flatMap((episode) =>
    marksIn(wordsOf([episode]))
      .filter(({ mark }) => owners.get(mark)?.has(episode.number) === false)
      .map(({ mark }) => `${mark} is under episode ${episode.number}`),
  );
}

function squeezed(text: string): string {
  return text.replace(/\s+/gu, '');
}

/** All that readers find: paragraphs, and what was taken for a heading. */
function wordsOf(episodes: readonly Episode[]): string {
  return episodes
    .flatMap(({ title, sections, paragraphs }) => [
      title,
      ...sections.filter(({ titled }) => titled).map((section) => section.title),
      ...paragraphs.map(({ text }) => text),
    ])
    .join('\n');
}

/** What of a damaged file is text, by the plainest rules of its format. */
function saidIn(format: string, bytes: Buffer): string {
  const text = bytes.toString('latin1');
  if (format.startsWith('JSON')) return stringsIn(text).join('\n');
  if (format === 'HTML' || format === 'WebVTT') return text.replace(/<[^>]*(?:>|$)/gu, '');
  return ['Word document', 'PDF'].includes(format) ? '' : text;
}

const segments = z.object({ segments: z.array(z.looseObject({})) });

/** What stands under the names that say that it is text; nothing where the JSON is broken. */
function stringsIn(json: string): string[] {
  try {
    const { segments: list } = segments.parse(JSON.parse(json));
    return list
      .flatMap((segment) => [segment.body, segment.text])
      .filter((words) => typeof words === 'string');
  } catch {
    return [];
  }
}
