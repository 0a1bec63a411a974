import type { AskedExample } from '../../../eval/training/asked-examples.ts';
import type { Enrichment } from '../../../ingest/enrichment.ts';
import { randomNumbers } from '../../../eval/random-numbers.ts';
import { featureNames } from '../../../lib/retrieve/features.ts';
import { sampleShelf } from '../../index/sample-shelf.ts';
import { understand } from '../../../lib/understand/understand.ts';
import { inventedShelf } from '../../lib/invented-shelf.ts';

/** The feature by which what answers can be told. */
const telling = featureNames.indexOf('coveredByText');

const enrichment: Enrichment = {
  questions: [],
  plain: [],
  gist: '',
  topics: [],
  points: [],
  themes: [],
  asked: [],
  untold: [],
};

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
  const [passage] = sampleShelf().passages;
  if (!passage) throw new Error('The sample has no passage');
  return Array.from({ length: count }, (_, at) => {
    const question = `Why is matter ${seed}-${at} so?`;
    const candidates = Array.from({ length: 8 }, (_, id) => ({
      features: Float64Array.from(featureNames, (_, i) => random() * (i === telling ? 0.5 : 1)),
      found: {
        // Each in a turn of its own.
        passage: {
          ...passage,
          enrichment: at % 2 === 0 ? enrichment : null,
          id,
          position: 2 * id,
          turn: id,
          vector: new Float32Array(),
        },
        said: new Set<string>(),
        all: new Set<string>(),
        saidWords: new Uint32Array(),
        aroundWords: new Uint32Array(),
        views: {},
        cosine: 0,
        topicCosine: 0,
        base: 0,
        votes: [],
      },
    }));
    const right = kind === 'told' ? Math.floor(random() * candidates.length) : -1;
    candidates[right]?.features.set([0.5 + random() / 2], telling);
    return {
      question,
      kind,
      episodes: new Set(kind === 'told' ? [passage.episode] : []),
      understanding: understand(question, [], {}, shelf),
      idf: shelf.idf,
      candidates,
      answers: candidates.map((_, id) => id === right),
      readers: candidates.map(() => ({ asked: 0, untold: 0 })),
    };
  });
}
