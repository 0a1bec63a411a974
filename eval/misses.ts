import type { Outcome } from './outcome.ts';

/** What went wrong, worst first, one line each: not found, found late, wrongly refused, wrongly answered. */
export function misses(outcomes: readonly Outcome[]): string[] {
  return outcomes
    .flatMap((outcome) => {
      const fault = faultOf(outcome);
      return fault ? [{ ...fault, outcome }] : [];
    })
    .sort((a, b) => b.weight - a.weight)
    .map(
      ({ what, outcome: { question } }) =>
        `${question.id} ${question.type.padEnd(12)} ${what.padEnd(18)} ${question.question}`,
    );
}

function faultOf({ question, rank, answer }: Outcome): { what: string; weight: number } | null {
  if (!question.answerable) return answer && !answer.refused ? { what: 'answered', weight: 30 } : null;
  if (rank === null) return { what: 'not found', weight: 20 };
  if (answer?.refused) return { what: 'refused', weight: 15 };
  if (rank > 1) return { what: `found at ${rank}`, weight: rank };
  return answer?.holdsGold === false ? { what: 'found, not quoted', weight: 1 } : null;
}
