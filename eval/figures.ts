import { z } from 'zod';
import type { Outcome } from './outcome.ts';

const share = z.number().min(0).max(1);

/** Means over questions; `null` where no question has the measure. */
export const figuresSchema = z.object({
  questions: z.number().int(),
  hit1: share,
  hit3: share,
  hit5: share,
  hit10: share,
  mrr10: share,
  /** Share of the gold's episodes among the first ten, of questions with gold in several. */
  coverage10: share.nullable(),
  holdsGold: share.nullable(),
  firstRight: share.nullable(),
  precision: share.nullable(),
  guests: share.nullable(),
  verbatim: share.nullable(),
  rightSpeaker: share.nullable(),
  abstains: share.nullable(),
  falseRefusals: share.nullable(),
  /** Milliseconds. */
  p50: z.number(),
  p95: z.number(),
});
export type Figures = z.infer<typeof figuresSchema>;

/** Ranking and answers over the answerable questions, abstention over the others, quotes and times over all. */
export function figuresOf(outcomes: readonly Outcome[]): Figures {
  const answerable = outcomes.filter(({ question }) => question.answerable);
  const unanswerable = outcomes.filter(({ question }) => !question.answerable);
  const hit = (k: number): number =>
    mean(answerable.map(({ rank }) => Number(rank !== null && rank <= k))) ?? 0;
  const times = outcomes.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  return {
    questions: outcomes.length,
    hit1: hit(1),
    hit3: hit(3),
    hit5: hit(5),
    hit10: hit(10),
    mrr10: mean(answerable.map(({ rank }) => (rank === null ? 0 : 1 / rank))) ?? 0,
    coverage10: meanOfKnown(answerable.map(({ coverage }) => coverage)),
    holdsGold: meanOfKnown(answerable.map(({ answer }) => answer?.holdsGold)),
    firstRight: meanOfKnown(answerable.map(({ answer }) => answer?.firstRight)),
    precision: meanOfKnown(answerable.map(({ answer }) => answer?.precision)),
    guests: meanOfKnown(answerable.map(({ answer }) => answer?.guests)),
    verbatim: meanOfKnown(outcomes.map(({ answer }) => answer?.verbatim)),
    rightSpeaker: meanOfKnown(outcomes.map(({ answer }) => answer?.rightSpeaker)),
    abstains: meanOfKnown(unanswerable.map(({ answer }) => answer?.refused)),
    falseRefusals: meanOfKnown(answerable.map(({ answer }) => answer?.refused)),
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
  };
}

function meanOfKnown(values: readonly (number | boolean | null | undefined)[]): number | null {
  return mean(values.filter((value) => value !== null && value !== undefined).map(Number));
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Nearest-rank quantile of ascending values; 0 of none. */
function quantile(ascending: readonly number[], part: number): number {
  return ascending[Math.max(0, Math.ceil(part * ascending.length) - 1)] ?? 0;
}
