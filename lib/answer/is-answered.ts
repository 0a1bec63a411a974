import type { Retrieval } from '../retrieve/retrieve.ts';

/** Below this confidence nothing is claimed to answer. */
const answerConfidence = 0.5;

/** Whether what was found is taken to answer the question. */
export function isAnswered({ ranked, confidence }: Retrieval): boolean {
  return confidence >= answerConfidence && (ranked[0]?.score ?? 0) > 0;
}
