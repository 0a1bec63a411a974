import type { Candidate, View } from './passage-index.ts';
import type { Hit } from './vectors/top-hits.ts';

/** The nearest question of a passage, by the id of the passage. */
export interface FoundQuestion extends Hit {
  nearestQuestion: string | undefined;
  votes: number[];
}

/** Every passage that a view found, each once, with the score of each view that found it. */
export function unionOfViews(
  hits: Readonly<Record<Exclude<View, 'question'>, readonly Hit[]>>,
  questions: readonly FoundQuestion[],
): Candidate[] {
  const found = new Map<number, Candidate>();
  const collect = (view: View, { id, score }: Hit): Candidate => {
    const candidate = found.get(id) ?? { id, scores: {}, votes: [] };
    candidate.scores[view] = score;
    found.set(id, candidate);
    return candidate;
  };
  for (const view of ['text', 'context', 'passage'] as const) {
    for (const hit of hits[view]) collect(view, hit);
  }
  for (const { nearestQuestion, votes, ...hit } of questions) {
    Object.assign(collect('question', hit), { nearestQuestion, votes });
  }
  return [...found.values()];
}
