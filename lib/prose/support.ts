import { tokens } from '../../index/words.ts';
import { contentWords } from '../understand/terms.ts';
import { denies, isNamed, type Evidence } from './evidence.ts';
import type { KnownWords } from './known-words.ts';
import { numeralsIn } from './numbers.ts';

/**
 * What counts as supported. Chosen on the claims of every other episode of the shelf, some of them faithful and some
 * not, and measured on those of the rest: see `docs/language-model.md`.
 */
const limits = {
  /** Least share of a claim's content words that the cited passages must hold. */
  leastShared: 0.45,
  /** Most content words in a row that they may lack: more is a claim of its own. */
  longestStrangeRun: 4,
  /** By how much another paragraph may hold more of them, before that is where the claim comes from. */
  mostElsewhere: 0.1,
};

/** Fewer content words than this claim nothing of their own beside a quote ("puts it plainly"). */
const fewestClaimed = 3;

/** Sentences in a row that a denial is looked for in: people deny in one what they speak of in the next. */
const deniedWithin = 5;

/** Why a claim is not supported. */
export type SupportFault =
  'shares-too-little' | 'strange-claim' | 'strange-number' | 'strange-name' | 'denial' | 'said-elsewhere';

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
 * condition: a claim that uses a passage's own words to say something else passes. Against support speak: too few
 * content words in common, a run of words that the passages lack, another paragraph that has distinctly more of them, a
 * numeral or a capitalised name found nowhere around them, and a denial where they deny nothing.
 */
export function supportFault(claim: string, { cited, elsewhere, isQuoting }: Support): SupportFault | null {
  const words = contentWords(claim);
  const isKnown = words.map((word) => cited.some((evidence) => evidence.words.has(word)));
  const shared = isKnown.filter(Boolean).length;
  const isFraming = isQuoting && words.length < fewestClaimed;
  if (!isFraming && (shared === 0 || shared < words.length * limits.leastShared)) return 'shares-too-little';
  if (longestRunOfFalse(isKnown) > limits.longestStrangeRun) return 'strange-claim';
  const mostHere = shared / words.length + limits.mostElsewhere;
  if (!isFraming && elsewhere.some((other) => other.shareOf(words) > mostHere)) return 'said-elsewhere';
  const isStated = (quantity: number): boolean => cited.some(({ quantities }) => quantities.has(quantity));
  if (![...numeralsIn(claim)].every(isStated)) return 'strange-number';
  if (!namesIn(claim).every((name) => cited.some((evidence) => isNamed(name, evidence))))
    return 'strange-name';
  if (denies(claim) && !cited.some((evidence) => deniesNear(words, evidence))) return 'denial';
  return null;
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
