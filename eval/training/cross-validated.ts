import { Reranker } from '../../lib/retrieve/reranker.ts';
import { drawn } from './drawn.ts';
import type { Example } from './examples.ts';
import { fitReranker } from './fit-reranker.ts';
import type { Weighted } from './fit-reranker.ts';

const parts = 3;

/** How each third of some questions is ranked by what the others, and all of other sets, taught: before re-ranking, and after. */
export function crossValidated(
  { examples: asked, weight }: Weighted,
  others: readonly Weighted[],
  seed: number,
) {
  const ranks: number[] = [];
  const before: number[] = [];
  for (let part = 0; part < parts; part++) {
    const isOwn = ({ question }: Example): boolean => drawn(`${seed} ${question}`, parts) === part;
    const rest = { weight, examples: asked.filter((example) => !isOwn(example)) };
    const known = others.map((set) => ({
      ...set,
      examples: set.examples.filter((example) => !isOwn(example)),
    }));
    const reranker = new Reranker(fitReranker([...known, rest], seed));
    for (const { candidates, answers } of asked.filter(isOwn)) {
      const order = reranker.rank(
        candidates.map((candidate, at) => ({ ...candidate, answers: answers[at] ?? false })),
      );
      ranks.push(order.findIndex((candidate) => candidate.answers) + 1);
      before.push(answers.indexOf(true) + 1);
    }
  }
  return { questions: ranks.length, before: figures(before), after: figures(ranks) };
}

/** Ranks from 1; 0 where nothing that answers was found. */
function figures(ranks: readonly number[]) {
  const share = (is: (rank: number) => number): number =>
    Number((ranks.reduce((sum, rank) => sum + is(rank), 0) / Math.max(1, ranks.length)).toFixed(4));
  return {
    hit1: share((rank) => Number(rank === 1)),
    hit5: share((rank) => Number(rank >= 1 && rank <= 5)),
    mrr10: share((rank) => (rank >= 1 && rank <= 10 ? 1 / rank : 0)),
  };
}
