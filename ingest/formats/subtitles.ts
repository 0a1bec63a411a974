import { cueTimes } from './cue-times.ts';
import type { CueTimes } from './cue-times.ts';
import type { Cue } from './cues.ts';

/** A block of lines between empty ones, with its timing where it has one. */
interface Block {
  times: CueTimes | null;
  lines: string[];
}

/**
 * The cues of subtitles. Whatever is not a cue's number or name, nor its timing, is its text, so that a damaged file
 * loses no word: text without timing belongs to the cue before it.
 */
export function readCues(source: string, read: (text: string, times: Block['times']) => Cue[]): Cue[] {
  const lines = source.split('\n');
  const cues: Cue[] = [];
  let block: Block = { times: null, lines: [] };
  const close = (): void => {
    const text = block.lines.join('\n').trim();
    if (text !== '') cues.push(...read(text, block.times));
    block = { times: block.times, lines: [] };
  };
  lines.forEach((line, at) => {
    const times = cueTimes(line);
    if (times) {
      close();
      block.times = times;
      if (times.words !== '') block.lines.push(times.words);
    } else if (line.trim() === '') close();
    else if (!isIdentifier(line, lines[at - 1], lines[at + 1])) block.lines.push(line.trim());
  });
  close();
  return cues;
}

/** A number or a word alone, after an empty line and before a timing. */
function isIdentifier(line: string, before: string | undefined, after: string | undefined): boolean {
  if (after === undefined || !cueTimes(after)) return false;
  return (before === undefined || before.trim() === '') && /^\s{0,8}[\w.:/-]{1,80}\s{0,8}$/u.test(line);
}
