import { editDistance } from './edit-distance.ts';

/** Words in lower case that stand inside names. */
const particles = new Set([
  ...[
    'al',
    'ap',
    'bin',
    'da',
    'das',
    'de',
    'del',
    'della',
    'den',
    'der',
    'di',
    'do',
    'dos',
    'du',
    'el',
    'ibn',
  ],
  ...['la', 'le', 'ten', 'ter', 'van', 'von', 'y', 'zu', 'zur'],
]);

/** Words with a capital that tell what somebody is, not who. */
const roleWords = new Set([
  ...['ceo', 'cto', 'coo', 'cfo', 'cio', 'cpo', 'cmo', 'ciso', 'vp', 'svp', 'evp', 'founder', 'co-founder'],
  ...['cofounder', 'chief', 'director', 'president', 'partner', 'head', 'officer', 'manager', 'chair'],
  ...[
    'chairman',
    'chairwoman',
    'professor',
    'author',
    'creator',
    'maintainer',
    'engineer',
    'host',
    'co-host',
  ],
]);

/** Longer words are no part of a name, and would make the search for punctuation slow. */
const longestWord = 60;

const capitalised = /^[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}\p{N}.'’‘`-]*$/u;

/** A word for comparing names: no accents, no punctuation, lower case. */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\p{M}.'’‘`]/gu, '')
    .replace(/[\s_]+/gu, ' ')
    .trim()
    .toLowerCase();
}

/** Whether a word tells what somebody is (`CEO`, `Founder`). */
function isRoleWord(word: string): boolean {
  return roleWords.has(foldName(word));
}

export function isCapitalised(word: string): boolean {
  return capitalised.test(word);
}

export function isParticle(word: string): boolean {
  return particles.has(word);
}

/**
 * Neighbouring words that may form a name: runs of capitalised words, particles inside, no punctuation between,
 * roles left out. `Interview with Ada de Vries, CEO` has the runs `Interview` and `Ada de Vries`.
 */
export function capitalRuns(text: string): string[][] {
  const runs: string[][] = [];
  let run: string[] = [];
  const close = (): void => {
    while (run.length > 0 && isParticle(run.at(-1) ?? '')) run.pop();
    if (run.length > 0) runs.push(run);
    run = [];
  };
  for (const printed of text.split(/[^\S\n]+|(\n)/u)) {
    if (!printed) continue;
    if (printed === '\n' || printed.length > longestWord) {
      close();
      continue;
    }
    const opened = printed.replace(/^[("“‘'[*_]+/u, '');
    const word = opened.replace(/[,.;:!?)\]”"*_…–—-]+$/u, '').replace(/['’]s$/u, '');
    if (opened !== printed) close();
    if (isCapitalised(word) && !isRoleWord(word)) run.push(word);
    else if (isParticle(word) && run.length > 0) run.push(word);
    else close();
    if (word !== opened) close();
  }
  close();
  return runs;
}

/** `Ada` of `Ada Able`. */
export function firstName(name: string): string {
  return name.split(/\s+/u)[0] ?? name;
}

/** Whether a word can be a slip of the pen for another: one slip in a short word, two in one of six letters or more. */
export function isSlipOf(word: string, meant: string): boolean {
  const [ours, theirs] = [foldName(word), foldName(meant)];
  if (ours === theirs) return false;
  const shorter = Math.min(ours.length, theirs.length);
  return shorter >= 3 && editDistance(ours, theirs) <= (shorter > 5 ? 2 : 1);
}

/**
 * Whether a spelling can be of a full name: as many words, each beginning alike and equal or a slip. `Patrick Bachmann`
 * can be Patrik Backman; `Peter Zaitsev` cannot be Peter Farkas.
 */
export function isSpellingOf(spelling: readonly string[], name: readonly string[]): boolean {
  if (spelling.length !== name.length || name.length < 2) return false;
  return spelling.every((word, i) => {
    const [ours, theirs] = [foldName(word), foldName(name[i] ?? '')];
    const begin = ours.charAt(0) === theirs.charAt(0);
    return ours === theirs || (begin && ours.length > 3 && theirs.length > 3 && isSlipOf(ours, theirs));
  });
}
