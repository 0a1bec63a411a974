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
  const { name } = path.parse(file);
  const digits = /(?<!\d)\d{1,6}(?!\d)/gu;
  const number = [...name.matchAll(digits)].map(([found]) => Number(found)).findLast((found) => found > 0);
  const words = name.replace(/[-_.\s]+/gu, ' ').trim();
  return {
    number: number ?? firstMadeUp + (hashOf(name) % madeUpRange),
    title: words.charAt(0).toUpperCase() + words.slice(1),
  };
}

function hashOf(name: string): number {
  return createHash('sha256').update(name).digest().readUInt32BE(0);
}
