import { claimIn } from '../../lib/prose/check-sentence.ts';
import { NamedPeople } from '../../lib/prose/named-people.ts';
import { checkedQuotations, markerGroups } from '../../lib/prose/sentence-parts.ts';
import { foreignPart, isFarOff, likenessOf } from '../../lib/prose/support.ts';
import { crossed } from '../../lib/quadratic-logistic.ts';
import type { Shelf } from '../../lib/shelf.ts';
import { contentWords } from '../../lib/understand/terms.ts';
import { corpusOf } from '../claims/claims-corpus.ts';
import type { Target } from '../claims/claims-corpus.ts';
import { faithfulSentences } from '../claims/faithful.ts';
import { turnedClaims, unsupportedClaims } from '../claims/unsupported.ts';
import { fitLogistic } from './fit-logistic.ts';
import { rounded } from './rounded.ts';

/** Of all claims, how much those count that are faithful: so much that of those fitted to about one in twenty is marked. */
const faithfulShare = 0.86;

interface Claim {
  kind: string;
  isFaithful: boolean;
  likeness: number[];
}

/**
 * Fits what tells claims that their passages support from such as they do not, to those planted for the episodes of odd
 * numbers: the others are there to measure on.
 */
export async function fitSupport(shelf: Shelf, seed: number) {
  const all = await corpusOf(shelf, seed);
  const isOdd = ({ episode }: { episode: number }): boolean => episode % 2 === 1;
  const corpus = {
    ...all,
    targets: all.targets.filter(({ gist }) => isOdd(gist)),
    gists: all.gists.filter(isOdd),
  };
  const people = new NamedPeople(shelf.episodes);
  const claims: Claim[] = [];
  for (const target of corpus.targets) {
    for (const [kind, write] of Object.entries(faithfulSentences)) {
      claims.push(...judged(write(target), { kind, isFaithful: true }, target, people));
    }
    for (const [kind, write] of Object.entries({ ...unsupportedClaims, ...turnedClaims })) {
      claims.push(...judged(write(target, corpus), { kind, isFaithful: false }, target, people));
    }
  }
  const counts = new Map<string, number>();
  for (const { kind } of claims) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const kinds = { faithful: new Set<string>(), others: new Set<string>() };
  for (const { kind, isFaithful } of claims) kinds[isFaithful ? 'faithful' : 'others'].add(kind);
  const { weights, offset } = fitLogistic(
    claims.map(({ kind, isFaithful, likeness }) => ({
      values: crossed(likeness),
      isTrue: !isFaithful,
      weight:
        (isFaithful ? faithfulShare / kinds.faithful.size : (1 - faithfulShare) / kinds.others.size) /
        (counts.get(kind) ?? 1),
    })),
  );
  return {
    training: { seed, claims: claims.length },
    weights: { weights: rounded(weights), offset: rounded([offset])[0] ?? 0 },
  };
}

/** What is left to be told by its likeness: nothing where a sentence is marked in any case. */
function judged(
  sentence: string | null,
  { kind, isFaithful }: Pick<Claim, 'kind' | 'isFaithful'>,
  { sources }: Target,
  people: NamedPeople,
): Claim[] {
  if (sentence === null) return [];
  const groups = markerGroups(sentence, sources);
  const parts = { groups, quoted: checkedQuotations(sentence, groups), people, sources };
  const { claim, support } = claimIn(sentence, parts);
  const words = contentWords(claim);
  const { cited } = support;
  const isMarked = cited.length === 0 || isFarOff(words, cited) || foreignPart(claim, words, cited) !== null;
  return isMarked ? [] : [{ kind, isFaithful, likeness: likenessOf(words, support) }];
}
