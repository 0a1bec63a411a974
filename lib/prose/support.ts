import { tokens } from '../../index/words.ts';
import { contentWords, stem } from '../understand/terms.ts';
import { denies, isNamed, type Evidence } from './evidence.ts';
import { numeralsIn } from './numbers.ts';

/** Limits of what counts as supported; `eval/prose-support.ts` chose them, leaving one episode out at a time. */
export interface SupportLimits {
  /** Least share of a claim's content words that the cited passages must hold. */
  leastShared: number;
  /** Most content words in a row that they may lack: more is a claim of its own. */
  longestStrangeRun: number;
}

const supportLimits: SupportLimits = { leastShared: 0.45, longestStrangeRun: 4 };

/** Fewer content words than this claim nothing of their own beside a quote ("puts it plainly"). */
const fewestClaimed = 3;

/** Why a claim is not supported. */
export type SupportFault =
  'shares-too-little' | 'strange-claim' | 'strange-number' | 'strange-name' | 'denial';

/**
 * Why passages do not support a claim, or `null` where nothing speaks against it. Lexical, and so only a necessary
 * condition: a claim that uses a passage's own words to say something else passes. Against support speak: too few
 * content words in common, a run of words that the passages lack, a numeral or a capitalised name found nowhere around
 * them, and a denial where the passages deny nothing. `isQuoting`: the claim stands beside a quote of the passages.
 */
export function supportFault(
  claim: string,
  passages: readonly Evidence[],
  isQuoting: boolean,
  { leastShared, longestStrangeRun }: SupportLimits = supportLimits,
): SupportFault | null {
  const isKnown = contentWords(claim).map((word) => passages.some(({ words }) => words.has(stem(word))));
  const shared = isKnown.filter(Boolean).length;
  const isFraming = isQuoting && isKnown.length < fewestClaimed;
  if (!isFraming && (shared === 0 || shared < isKnown.length * leastShared)) return 'shares-too-little';
  if (longestRunOfFalse(isKnown) > longestStrangeRun) return 'strange-claim';
  const isStated = (quantity: number): boolean => passages.some(({ quantities }) => quantities.has(quantity));
  if (![...numeralsIn(claim)].every(isStated)) return 'strange-number';
  if (!namesIn(claim).every((name) => passages.some((passage) => isNamed(name, passage))))
    return 'strange-name';
  if (denies(claim) && !passages.some((passage) => passage.denies)) return 'denial';
  return null;
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
