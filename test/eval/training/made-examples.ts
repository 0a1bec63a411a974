import type { AskedExample } from '../../../eval/training/asked-examples.ts';
import { randomNumbers } from '../../../eval/random-numbers.ts';
import { featureNames } from '../../../lib/retrieve/features.ts';
import { nothingWritten } from '../../fixtures/nothing-written.ts';
import { rerankCandidate } from '../../fixtures/rerank-candidate.ts';
import { understand } from '../../../lib/understand/understand.ts';
import { inventedShelf } from '../../lib/invented-shelf.ts';

/** The feature by which what answers can be told. */
const telling = featureNames.indexOf('coveredByText');

/**
 * Questions, each with eight candidates in any order, of every second question with enrichment. Of a question that is
 * told the one with the greatest `coveredByText` answers, and it has more than any candidate of one that is not.
 */
export async function madeExamples(
  count: number,
  kind: AskedExample['kind'],
  seed: number,
): Promise<AskedExample[]> {
  const random = randomNumbers(seed);
  const { shelf } = await inventedShelf();
  return Array.from({ length: count }, (_, at) => {
    const question = `Why is matter ${seed}-${at} so?`;
    const candidates = Array.from({ length: 8 }, (_, id) =>
      // Each in a turn of its own.
      rerankCandidate(
        Float64Array.from(featureNames, (_, i) => random() * (i === telling ? 0.5 : 1)),
        { enrichment: at % 2 === 0 ? nothingWritten : null, id, position: 2 * id, turn: id },
      ),
    );
    const right = kind === 'told' ? Math.floor(random() * candidates.length) : -1;
    candidates[right]?.features.set([0.5 + random() / 2], telling);
    return {
      question,
      kind,
      episodes: new Set(kind === 'told' ? [1] : []),
      understanding: understand(question, [], {}, shelf),
      idf: shelf.idf,
      candidates,
      answers: candidates.map((_, id) => id === right),
      readers: candidates.map(() => ({ asked: 0, untold: 0 })),
      offTopic: 0,
    };
  });
}
