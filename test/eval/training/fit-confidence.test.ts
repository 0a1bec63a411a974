import { expect, it } from 'vitest';
import { fitConfidences } from '../../../eval/training/fit-confidence.ts';
import { fitReranker } from '../../../eval/training/fit-reranker.ts';
import { likelihood } from '../../../lib/quadratic-logistic.ts';
import { confidenceSchema, evidenceOf } from '../../../lib/retrieve/confidence.ts';
import { Reranker } from '../../../lib/retrieve/reranker.ts';
import type { AskedExample } from '../../../eval/training/asked-examples.ts';
import { madeExamples } from './made-examples.ts';

it('is surer of what is answered than of what is not, also of questions that it has not seen', async () => {
  const told = await madeExamples(2000, 'told', 1);
  const ranking = fitReranker([{ examples: told, weight: 1 }], 0);
  const asked = [
    ...told,
    ...(await madeExamples(200, 'untold', 2)),
    ...(await madeExamples(100, 'off topic', 3)),
  ];
  const { bare } = confidenceSchema.parse(fitConfidences(asked, ranking));
  const reranker = new Reranker(ranking);
  const confidences = (examples: readonly AskedExample[]): number[] =>
    examples.map(({ candidates, understanding, idf }) =>
      likelihood(
        evidenceOf(reranker.rank(candidates), understanding, { idf, readers: [], offTopic: 0 }),
        bare,
      ),
    );
  const answered = confidences(await madeExamples(100, 'told', 4));
  const unanswered = confidences(await madeExamples(100, 'untold', 5));
  const share = (some: readonly number[]): number => some.filter((one) => one >= 0.5).length / some.length;
  expect(share(answered)).toBeGreaterThan(0.9);
  expect(share(unanswered)).toBeLessThan(0.3);
});
