import { capitalRuns, foldName, isParticle } from './names.ts';

/**
 * The full name in a text that a label is a part of: `Kevin` is Kevin Mueller in `Kevin Mueller, CEO`, `Schwartz` is
 * Mike Schwartz. Where more capitalised words follow, as in a title all in capitals, `elsewhere` decides how many
 * belong to the name.
 */
export function fullNameIn(text: string, label: string, elsewhere: string): string | null {
  const wanted = foldName(label).split(' ');
  for (const run of capitalRuns(text)) {
    const folded = run.map(foldName);
    const at = folded.findIndex((_, i) => wanted.every((word, j) => folded[i + j] === word));
    if (at < 0) continue;
    const behind = nameFrom(run.slice(at), elsewhere, wanted.length);
    if (behind !== null) return behind;
    // Only in a title: in running text the word before may just begin a sentence.
    if (text !== elsewhere && at > 0 && at + wanted.length === run.length) return run.slice(at - 1).join(' ');
  }
  return null;
}

function nameFrom(words: readonly string[], elsewhere: string, fewest: number): string | null {
  const ending = words.slice(0, 4);
  while (ending.length > 1 && isParticle(ending.at(-1) ?? '')) ending.pop();
  if (ending.length < 2 || ending.length < fewest) return null;
  for (let length = ending.length; length > 2; length--) {
    const name = ending.slice(0, length).join(' ');
    if (!isParticle(ending[length - 1] ?? '') && elsewhere.includes(name)) return name;
  }
  const length = Math.max(fewest, isParticle(ending[1] ?? '') ? 3 : 2);
  return ending.slice(0, length).join(' ');
}

/** Full names that a title gives to a guest by its wording: `… with Ada Able, CEO`, `Ada Able, Founder of …`. */
export function guestsInTitle(title: string): string[] {
  const names: string[] = [];
  for (const run of capitalRuns(title)) {
    if (run.length < 2 || run.length > 4) continue;
    const name = run.join(' ');
    const at = title.indexOf(name);
    if (at < 0) continue;
    const before = title.slice(Math.max(0, at - 20), at);
    const isIntroduced = /\b(?:with|featuring|guests?|feat\.|interviewing|and|&)\s{1,3}$/iu.test(before);
    const opens =
      /^\s{0,3}$|[:–—-]\s{1,3}$/u.test(before) && /^\s{0,3},/u.test(title.slice(at + name.length));
    if (isIntroduced || opens) names.push(name);
  }
  return names;
}
