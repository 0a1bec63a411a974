import type { Retrieval } from '../retrieve/retrieve.ts';

/** Below this confidence, at which an answer is as likely right as not, nothing is claimed to answer. */
const answerConfidence = 0.5;

/** A comparison of guests who are named says row by row who did not speak, so it needs less. */
const comparisonConfidence = 0.3;

/** Whether what was found is taken to answer the question. */
export function isAnswered({ ranked, confidence, understanding }: Retrieval): boolean {
  const isNamedComparison = understanding.intent === 'comparison' && understanding.episodes.size > 1;
  const needed = isNamedComparison ? comparisonConfidence : answerConfidence;
  return confidence >= needed && (ranked[0]?.score ?? 0) > 0;
}
