import { z } from 'zod';
import { asksAmount, statesAmount } from '../understand/amounts.ts';
import { contentWords, stem } from '../understand/terms.ts';
import type { Understanding } from '../understand/understand.ts';
import type { RerankCandidate } from './candidates.ts';
import { featureNames } from './features.ts';
import type { FeatureName } from './features.ts';
import type { Idf } from './idf.ts';

/** What tells whether a question is answered at all: nothing here is relative to the question's own best. */
export const evidenceNames = [
  // Of the best passage: its logit, and by how much it leads.
  'best',
  'lead',
  // The highest of the first three.
  'cosineScore',
  'coveredByAll',
  // What the question says and is not here: words of no language; by idf, what nothing found holds, and names that the best does not.
  'unknownWords',
  'unheld',
  'missingNames',
  'elsewhere',
  'asksAmount',
  'missingAmount',
  'terms',
  // How near a question comes that readers looked for in vain, and by how much it is nearer than what is answered.
  'untold',
  'untoldLead',
] as const;

export const confidenceSchema = z.object({
  evidence: z.array(z.enum(evidenceNames)).length(evidenceNames.length),
  weights: z.array(z.number()).length(evidenceNames.length),
  offset: z.number(),
});
export type ConfidenceWeights = z.infer<typeof confidenceSchema>;

/** A passage with its score from the re-ranker. */
export interface Witness extends RerankCandidate {
  score: number;
}

/** Some three rare words. */
const mostMissing = 18;

/** Questions with cosines below this ask something else. */
const farApart = 0.5;

/** By how much an answered question must be nearer than an untold one for that one to count for nothing. */
const clearlyAnswered = 0.1;

/** The passages that are looked at closely. */
export const witnessCount = 3;

/** One value a name of `evidenceNames`. `untold`: the `untoldCosines` of the best `witnessCount` passages. */
export function evidenceOf(
  bestFirst: readonly Witness[],
  understanding: Understanding,
  { idf, untold }: { idf: Idf; untold: readonly number[] },
): number[] {
  const looked = bestFirst.slice(0, witnessCount);
  const [first] = looked;
  const feature = ({ features }: Witness, name: FeatureName): number =>
    features[featureNames.indexOf(name)] ?? 0;
  const most = (name: FeatureName): number => Math.max(0, ...looked.map((witness) => feature(witness, name)));
  const wantsAmount = asksAmount(understanding.question);
  const best = logit(first?.score ?? 0);
  const terms = [...new Set(understanding.parts.flatMap(({ topic }) => contentWords(topic)).map(stem))];
  // Where nobody has read the best passage, it may tell what others do not.
  const isRead = first !== undefined && first.found.passage.enrichment !== null;
  const nearestUntold = isRead ? Math.max(0, ...untold) : 0;
  const weighed = (stems: readonly string[]): number =>
    Math.min(
      mostMissing,
      stems.reduce((sum, term) => sum + idf(term), 0),
    );
  const evidence: Record<(typeof evidenceNames)[number], number> = {
    best,
    lead: best - logit(looked.at(-1)?.score ?? 0),
    cosineScore: most('cosineScore'),
    coveredByAll: most('coveredByAll'),
    unknownWords: Math.min(2, understanding.unknown.length),
    unheld: weighed(terms.filter((term) => !bestFirst.some(({ found }) => found.all.has(term)))),
    missingNames: weighed(
      [...new Set(understanding.names.map(stem))].filter((name) => !first?.found.all.has(name)),
    ),
    elsewhere: first ? feature(first, 'otherNamed') : 0,
    asksAmount: Number(wantsAmount),
    missingAmount: Number(wantsAmount && !statesAmount(first?.found.passage.text ?? '')),
    terms: understanding.parts.flatMap(({ topic }) => contentWords(topic)).length / 10,
    untold: Math.max(0, nearestUntold - farApart),
    untoldLead:
      nearestUntold === 0 ? 0 : Math.max(0, nearestUntold - most('questionScore') + clearlyAnswered),
  };
  return evidenceNames.map((name) => evidence[name]);
}

/** In [0, 1]: how likely it is that the shelf answers the question (logistic regression over `evidenceOf`). */
export function confidenceIn(evidence: readonly number[], { weights, offset }: ConfidenceWeights): number {
  const sum = weights.reduce((total, weight, i) => total + weight * (evidence[i] ?? 0), offset);
  return 1 / (1 + Math.exp(-sum));
}

function logit(share: number): number {
  const inside = Math.min(1 - 1e-6, Math.max(1e-6, share));
  return Math.log(inside / (1 - inside));
}
