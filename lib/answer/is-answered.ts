import type { Findings } from './findings.ts';

/** Below this confidence, at which an answer is as likely right as not, nothing is claimed to answer. */
const answerConfidence = 0.5;

/** A comparison of guests who are named says row by row who did not speak, so it needs less. */
const comparisonConfidence = 0.3;

/** Whether what was found is taken to answer the question. */
export function isAnswered({
  retrieval: { ranked, confidence, understanding },
  shelf,
}: Pick<Findings, 'retrieval' | 'shelf'>): boolean {
  const best = ranked[0]?.score ?? 0;
  if (best === 0) return false;
  const isNamedComparison = understanding.intent === 'comparison' && understanding.episodes.size > 1;
  if (!isNamedComparison) return confidence >= answerConfidence;
  const isDescribed = (number: number): boolean => shelf.episode(number)?.kind === 'description';
  // Nothing that was said comes near to a guest who is only described, which speaks against all of it: the others decide.
  const likely = [...understanding.episodes].some(isDescribed) ? Math.max(best, confidence) : confidence;
  return likely >= comparisonConfidence;
}
