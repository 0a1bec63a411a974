import { createHash } from 'node:crypto';
import path from 'node:path';

/** What a file's name tells about the episode in it. */
export interface NamedByFile {
  number: number;
  title: string;
}

/** Numbers of files without one are from here on, so that they are not taken for an episode's own. */
const firstMadeUp = 100_000;
const madeUpRange = 900_000;

/**
 * Number and title for an episode that states none: `js-party-299.md` is episode 299, `JS party 299`; a name without a
 * number gives one made of its letters, the same each time.
 */
export function namedByFile(file: string): NamedByFile {
  const { name: whole } = path.parse(file);
  const own = /^(.+)-(\d{6})$/u.exec(whole);
  const isMadeUp = own?.[1] !== undefined && madeUpNumbers(own[1]).includes(Number(own[2]));
  const name = isMadeUp && own[1] !== undefined ? own[1] : whole;
  const digits = /(?<!\d)\d{1,6}(?!\d)/gu;
  const number = [...name.matchAll(digits)].map(([found]) => Number(found)).findLast((found) => found > 0);
  const words = name.replace(/[-_.\s]+/gu, ' ').trim();
  return {
    number: isMadeUp ? Number(own[2]) : (number ?? madeUpNumber(name, 0)),
    title: words.charAt(0).toUpperCase() + words.slice(1),
  };
}

/**
 * The names under which a file has a number of its own, whatever number stands in its name; the first that is free is
 * to be taken. `js-party-7.md` becomes `js-party-7-433022.md`, still titled `Js party 7`.
 */
export function namesWithOwnNumber(file: string): string[] {
  const { name, ext } = path.parse(file);
  return madeUpNumbers(name).map((number) => `${name}-${number}${ext}`);
}

/** Two names may be given the same number, and as many shows as this, and one more, may have files of the same name. */
const mostOwnNumbers = 20;

function madeUpNumbers(name: string): number[] {
  return Array.from({ length: mostOwnNumbers }, (_, attempt) => madeUpNumber(name, attempt));
}

function madeUpNumber(name: string, attempt: number): number {
  const hash = createHash('sha256').update(attempt === 0 ? name : `${name}/${attempt}`);
  return firstMadeUp + (hash.digest().readUInt32BE(0) % madeUpRange);
}
