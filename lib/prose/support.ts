import { tokens } from '../../index/words.ts';
import { contentWords } from '../understand/terms.ts';
import { denies, isNamed, type Evidence } from './evidence.ts';
import { likelihood, quadraticSchema } from '../quadratic-logistic.ts';
import type { KnownWords } from './known-words.ts';
import { numeralsIn } from './numbers.ts';
import learned from './support.json' with { type: 'json' };

/** What a claim has in common with what it cites, and with what it does not. */
export const likenessNames = [
  // Of the claim's content words the share that is cited: of all, of the strangest clause, of the second half.
  'shared',
  'strangest',
  'ending',
  // The most that one sentence of the cited passages has, and that a paragraph has which is not cited.
  'sentence',
  'elsewhere',
  // How long it is, in twenties of words; how many in a row are strange, in clauses; whether it stands beside a quote.
  'words',
  'strangeRun',
  'quoting',
] as const;

const learnedWeights = quadraticSchema(likenessNames.length).parse(learned.weights);

/** Whatever was fitted: of a claim's content words the least share that is cited, and the most in a row that are not. */
const limits = { leastShared: 0.35, longestStrangeRun: 4 };

/** Words in a row that make a clause. */
const clause = 5;

/** Longer claims were not there to be learned from. */
const mostWords = 20;

/** Fewer content words than this claim nothing of their own beside a quote ("puts it plainly"). */
const fewestClaimed = 3;

/** Sentences in a row that a denial is looked for in: people deny in one what they speak of in the next. */
const deniedWithin = 5;

/** Why a claim is not supported. */
export type SupportFault = 'unlike' | 'strange-number' | 'strange-name' | 'denial';

/** What a claim is held against. */
export interface Support {
  /** Of the passages that it cites. */
  cited: readonly Evidence[];
  /** Words of the other paragraphs of what a model was shown. */
  elsewhere: readonly KnownWords[];
  /** Whether it stands beside a quote of the passages. */
  isQuoting: boolean;
}

/**
 * Why passages do not support a claim, or `null` where nothing speaks against it. Lexical, and so only a necessary
 * condition: a claim that uses a passage's own words to say something else passes. Against support speak: that it is
 * likelier made up, or of another paragraph, by the words that it shares (fitted to claims planted for every other
 * episode: `eval/training/fit-support.ts`), a numeral or a capitalised name found nowhere around them, and a denial where
 * they deny nothing.
 */
export function supportFault(claim: string, support: Support): SupportFault | null {
  const { cited, isQuoting } = support;
  const words = contentWords(claim);
  const isFraming = isQuoting && words.length < fewestClaimed;
  const isUnlike = isFarOff(words, cited) || likelihood(likenessOf(words, support), learnedWeights) >= 0.5;
  return !isFraming && isUnlike ? 'unlike' : foreignPart(claim, words, cited);
}

/** Whether a claim has so little of what it cites that nothing needs to be weighed. */
export function isFarOff(words: readonly string[], cited: Support['cited']): boolean {
  const isKnown = knownIn(words, cited);
  return shareOf(isKnown) < limits.leastShared || longestRunOfFalse(isKnown) > limits.longestStrangeRun;
}

function knownIn(words: readonly string[], cited: Support['cited']): boolean[] {
  return words.map((word) => cited.some((evidence) => evidence.words.has(word)));
}

/** One value a name of `likenessNames`. */
export function likenessOf(words: readonly string[], { cited, elsewhere, isQuoting }: Support): number[] {
  const isKnown = knownIn(words, cited);
  const most = (of: readonly KnownWords[]): number => Math.max(0, ...of.map((known) => known.shareOf(words)));
  const clauses = Array.from({ length: Math.max(1, isKnown.length - clause + 1) }, (_, i) =>
    isKnown.slice(i, i + clause),
  );
  const likeness: Record<(typeof likenessNames)[number], number> = {
    shared: shareOf(isKnown),
    strangest: Math.min(...clauses.map(shareOf)),
    ending: shareOf(isKnown.slice(Math.floor(isKnown.length / 2))),
    sentence: most(cited.flatMap(({ sentences }) => sentences.map((sentence) => sentence.words))),
    elsewhere: most(elsewhere),
    words: Math.min(mostWords, words.length) / mostWords,
    strangeRun: longestRunOfFalse(isKnown) / clause,
    quoting: Number(isQuoting),
  };
  return likenessNames.map((name) => likeness[name]);
}

/** What of a claim stands nowhere around the passages, however much else of it does. */
export function foreignPart(
  claim: string,
  words: readonly string[],
  cited: Support['cited'],
): Exclude<SupportFault, 'unlike'> | null {
  const isStated = (quantity: number): boolean => cited.some(({ quantities }) => quantities.has(quantity));
  if (![...numeralsIn(claim)].every(isStated)) return 'strange-number';
  if (!namesIn(claim).every((name) => cited.some((evidence) => isNamed(name, evidence))))
    return 'strange-name';
  if (denies(claim) && !cited.some((evidence) => deniesNear(words, evidence))) return 'denial';
  return null;
}

function shareOf(values: readonly boolean[]): number {
  return values.length === 0 ? 0 : values.filter(Boolean).length / values.length;
}

/** Whether a passage denies anything where it speaks of what these words say. */
function deniesNear(words: readonly string[], { sentences }: Evidence): boolean {
  const share = sentences.map((sentence) => sentence.words.shareOf(words));
  const nearest = share.indexOf(Math.max(...share));
  const reach = Math.floor(deniedWithin / 2);
  return sentences.slice(Math.max(0, nearest - reach), nearest + reach + 1).some((near) => near.denies);
}

function longestRunOfFalse(values: readonly boolean[]): number {
  let longest = 0;
  let current = 0;
  for (const value of values) {
    current = value ? 0 : current + 1;
    longest = Math.max(longest, current);
  }
  return longest;
}

/** Capitalised words but for the first, and web addresses. */
function namesIn(claim: string): string[] {
  const addresses = claim.match(/(?:https?:\/\/|www\.)[^\s)\]]+/gi) ?? [];
  const names = tokens(claim)
    .slice(1)
    .filter(({ start, word }) => /^\p{Lu}/u.test(claim.slice(start)) && contentWords(word).length > 0)
    .map(({ word }) => word);
  return [...addresses, ...names];
}
