import { z } from 'zod';
import type { Episode } from '../../../ingest/episode.ts';
import type { ParsedDraft } from '../../../ingest/parse-draft.ts';
import { marksIn } from './talk.ts';
import type { Talk } from './talk.ts';

/** What was read of a file: its blocks are spans of `text`. */
export interface Read extends ParsedDraft {
  text: string;
}

/** Which of the words that were said are not, in this order, among those that were read. */
export function faultsOfWords(format: string, { said }: Talk, read: Read): string[] {
  const paragraphs = squeezed(paragraphsOf(read.episodes));
  const others = squeezed(othersOf(read));
  const faults: string[] = [];
  let at = 0;
  said.forEach(({ words, speaker }, i) => {
    const before = said[i - 1];
    if (isSubtitles(format) && before?.words === words && before.speaker === speaker) return;
    const found = paragraphs.indexOf(squeezed(words), at);
    if (found >= 0) at = found + squeezed(words).length;
    else if (!others.includes(squeezed(words))) faults.push(`lost: ${words.slice(-200)}`);
  });
  return faults;
}

/** Which marks stand in what a damaged file says oftener than in what was read of it. */
export function faultsOfMarks(format: string, bytes: Buffer, read: Read): string[] {
  const counts = new Map<string, number>();
  for (const { mark } of marksIn(saidIn(format, bytes)))
    counts.set(mark, isSubtitles(format) ? 1 : (counts.get(mark) ?? 0) + 1);
  for (const { mark } of marksIn(`${paragraphsOf(read.episodes)}\n${othersOf(read)}`))
    counts.set(mark, (counts.get(mark) ?? 0) - 1);
  return [...counts].filter(([, count]) => count > 0).map(([mark, count]) => `lost: ${mark}, ${count} times`);
}

/** Captions that roll show the same words again, so that twice the same cue is one. */
function isSubtitles(format: string): boolean {
  return format === 'WebVTT' || format === 'SubRip';
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
    marksIn(paragraphsOf([episode]))
      .filter(({ mark }) => owners.get(mark)?.has(episode.number) === false)
      .map(({ mark }) => `${mark} is under episode ${episode.number}`),
  );
}

/** Without white space, as Unicode has it, and spaces of no width. */
function squeezed(text: string): string {
  return text.replace(/[\s\u0085\u200b]+/gu, '');
}

function paragraphsOf(episodes: readonly Episode[]): string {
  return episodes.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text)).join('\n');
}

/** Titles, headings, and what stands before anybody speaks. */
function othersOf({ text, blocks }: Read): string {
  return blocks
    .filter(({ kind }) => kind !== 'paragraph')
    .map(({ start, end }) => text.slice(start, end))
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
