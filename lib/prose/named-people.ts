import type { Episode } from '../../ingest/episode.ts';
import { tokens, type Token } from '../../index/words.ts';

/** Somebody named in a text. */
export interface NamedPerson {
  /** UTF-16 offsets of the name. */
  start: number;
  end: number;
  /** Canonical names of everybody it may mean: a first name can be that of several. */
  names: ReadonlySet<string>;
}

/** Who is heard in an episode. */
export type Heard = Pick<Episode, 'host' | 'guests'>;

/** Who is heard on the shelf, and how to find them in prose by full name, alias, first or last name. */
export class NamedPeople {
  private readonly canonical = new Map<string, Set<string>>();
  private readonly longestName: number;

  constructor(episodes: readonly Heard[]) {
    let longest = 1;
    for (const { host, guests } of episodes) {
      for (const { name, aliases } of host ? [host, ...guests] : guests) {
        for (const spelling of [name, ...aliases]) {
          const parts = tokens(spelling).map(({ word }) => word);
          longest = Math.max(longest, parts.length);
          this.add(parts.join(' '), name);
          for (const part of parts) if (part.length > 2) this.add(part, name);
        }
      }
    }
    this.longestName = longest;
  }

  /**
   * The people named in a text, in order. "Peter Gabriel" names nobody where the shelf knows only another Peter, and
   * neither does a word that is not capitalised.
   */
  find(text: string): NamedPerson[] {
    const typed = tokens(text);
    const found: NamedPerson[] = [];
    for (let at = 0; at < typed.length;) {
      const length = this.lengthOfNameAt(text, typed, at);
      const [first, last] = [typed[at], typed[at + length - 1]];
      if (length > 0 && first && last) {
        const names = this.canonical.get(wordsOf(typed, at, length)) ?? new Set();
        if (length > 1 || !isPartOfOtherName(text, typed, at))
          found.push({ start: first.start, end: withoutPossessive(text, last), names });
      }
      at += Math.max(length, 1);
    }
    return found;
  }

  private add(spelling: string, name: string): void {
    if (spelling !== '') this.canonical.set(spelling, (this.canonical.get(spelling) ?? new Set()).add(name));
  }

  /** Words of the longest name that begins with this word; 0 where none does. */
  private lengthOfNameAt(text: string, typed: readonly Token[], at: number): number {
    if (!isCapitalised(text, typed[at])) return 0;
    for (let length = Math.min(this.longestName, typed.length - at); length > 0; length--) {
      if (this.canonical.has(wordsOf(typed, at, length))) return length;
    }
    return 0;
  }
}

function wordsOf(typed: readonly Token[], at: number, length: number): string {
  return typed
    .slice(at, at + length)
    .map(({ word }) => word)
    .join(' ');
}

/** Whether a capitalised word stands right beside this one, so that both are somebody else's name. */
function isPartOfOtherName(text: string, typed: readonly Token[], at: number): boolean {
  const [before, here, after] = [typed[at - 1], typed[at], typed[at + 1]];
  const follows =
    here && after && isCapitalised(text, after) && /^\s$/.test(text.slice(here.end, after.start));
  // A sentence's first word is capitalised whatever it is.
  const precedes =
    here &&
    before &&
    at > 1 &&
    isCapitalised(text, before) &&
    /^\s$/.test(text.slice(before.end, here.start));
  return Boolean(follows) || Boolean(precedes);
}

function isCapitalised(text: string, token: Token | undefined): boolean {
  return token !== undefined && /^\p{Lu}/u.test(text.slice(token.start, token.end));
}

function withoutPossessive(text: string, { start, end }: Token): number {
  return start + text.slice(start, end).replace(/['\u2019]s$/u, '').length;
}
