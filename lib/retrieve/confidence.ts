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
  // What the question says and the best passage does not; by idf, what nothing that was found does.
  'unknownWords',
  'unheld',
  'missingNames',
  'elsewhere',
  'asksAmount',
  'missingAmount',
  'terms',
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
const mostUnheld = 18;

/** The passages that are looked at. */
const witnesses = 3;

/** One value a name of `evidenceNames`, of the best passages of a question. */
export function evidenceOf(bestFirst: readonly Witness[], understanding: Understanding, idf: Idf): number[] {
  const looked = bestFirst.slice(0, witnesses);
  const [first] = looked;
  const feature = ({ features }: Witness, name: FeatureName): number =>
    features[featureNames.indexOf(name)] ?? 0;
  const most = (name: FeatureName): number => Math.max(0, ...looked.map((witness) => feature(witness, name)));
  const wantsAmount = asksAmount(understanding.question);
  const best = logit(first?.score ?? 0);
  const terms = [...new Set(understanding.parts.flatMap(({ topic }) => contentWords(topic)).map(stem))];
  const unheld = terms.filter((term) => !bestFirst.some(({ found }) => found.all.has(term)));
  const evidence: Record<(typeof evidenceNames)[number], number> = {
    best,
    lead: best - logit(looked.at(-1)?.score ?? 0),
    cosineScore: most('cosineScore'),
    coveredByAll: most('coveredByAll'),
    unknownWords: Math.min(2, understanding.unknown.length),
    unheld: Math.min(
      mostUnheld,
      unheld.reduce((sum, term) => sum + idf(term), 0),
    ),
    missingNames: Math.min(2, understanding.names.filter((name) => !first?.found.all.has(stem(name))).length),
    elsewhere: first ? feature(first, 'otherNamed') : 0,
    asksAmount: Number(wantsAmount),
    missingAmount: Number(wantsAmount && !statesAmount(first?.found.passage.text ?? '')),
    terms: understanding.parts.flatMap(({ topic }) => contentWords(topic)).length / 10,
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
