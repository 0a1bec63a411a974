import { performance } from 'node:perf_hooks';
import type { Episode } from '../ingest/episode.ts';
import { answerOutcome, retrievalOutcome } from './outcome.ts';
import type { Outcome, ParagraphAt } from './outcome.ts';
import type { Question } from './questions.ts';
import type { System } from './systems/system.ts';

/** Asks a system all questions, one after the other. */
export async function measure(
  system: System,
  questions: readonly Question[],
  paragraphAt: ParagraphAt,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  // The first question pays for what is loaded on first use; its time is nobody's.
  const [first] = questions;
  if (first) await system.ask(first);
  for (const question of questions) {
    const started = performance.now();
    const { retrieved, answer } = await system.ask(question);
    const outcome = retrievalOutcome(question, retrieved, performance.now() - started);
    outcomes.push(answer ? { ...outcome, answer: answerOutcome(question, answer, paragraphAt) } : outcome);
  }
  return outcomes;
}

/** Paragraphs as the reader of transcripts has them, apart from what an index or engine makes of them. */
export function paragraphsOf(episodes: readonly Episode[]): ParagraphAt {
  const byAnchor = new Map(
    episodes.flatMap(({ paragraphs, turns }) =>
      paragraphs.map(({ anchor, text, turn }) => [anchor, { text, speaker: turns[turn]?.speaker ?? null }]),
    ),
  );
  return (anchor) => byAnchor.get(anchor);
}
