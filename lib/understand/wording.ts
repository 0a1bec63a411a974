import { words } from '../../index/words.ts';
import { isStopWord } from './terms.ts';

/** What a question asks for beside its subject: who is asked, and what they have in common. */
const cues = new Set(
  `agree agrees business businesses cases ceo ceos companies company compare compared conversation conversations differ different
differs disagree disagrees entrepreneur entrepreneurs episode episodes examples firm firms founder founders guest guests
interview interviewee interviewees interviews lessons maker makers opinions people person podcast podcasts product products
project projects shelf show shows somebody somewhere speaker speakers startup startups stories team teams vendor vendors
versus`.split(/\s+/),
);

/** Lengths, in words, that tell questions apart. */
const lengths = [6, 12, 20];

/**
 * How a question is worded, whatever it is about: its words of grammar and those that ask for guests, alone and in
 * pairs, with other words told only by whether they look like plurals; its length, and whether it ends as a question.
 */
export function wording(question: string): Set<string> {
  const asked = words(question);
  const found = new Set<string>();
  let before = '^';
  for (const word of asked) {
    const isTold = isStopWord(word) || word.length < 2 || cues.has(word);
    const shape = isTold ? word : /[^s]s$/.test(word) && word.length > 3 ? '_s' : '_';
    if (isTold) found.add(word);
    found.add(`${before} ${shape}`);
    before = shape;
  }
  found.add(`#length ${lengths.filter((length) => asked.length >= length).length}`);
  if (!question.includes('?')) found.add('#no question mark');
  return found;
}

/** The weighted sum of a wording; `#bias` is a part of every wording. */
export function wordingLogit(question: string, weights: ReadonlyMap<string, number>): number {
  let sum = weights.get('#bias') ?? 0;
  for (const part of wording(question)) sum += weights.get(part) ?? 0;
  return sum;
}
