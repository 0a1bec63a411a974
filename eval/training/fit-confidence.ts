import { evidenceNames, evidenceOf } from '../../lib/retrieve/confidence.ts';
import { neighbourhood, readingOf, type Reading } from '../../lib/retrieve/reading.ts';
import { crossed } from '../../lib/quadratic-logistic.ts';
import type { QuadraticWeights } from '../../lib/quadratic-logistic.ts';
import { Reranker } from '../../lib/retrieve/reranker.ts';
import type { RerankerWeights } from '../../lib/retrieve/reranker.ts';
import type { AskedExample } from './asked-examples.ts';
import { fitLogistic } from './fit-logistic.ts';
import { rounded } from './rounded.ts';

/**
 * How much the questions of each kind count in all. Chosen by leaving out a quarter of the questions at a time, so that
 * two in a hundred that are answered are refused.
 */
const shares = { told: 0.85, untold: 0.105, 'off topic': 0.045 } as const;

/** Fits what tells questions that are answered from those that are not, to what was found for both. */
export function fitConfidences(asked: readonly AskedExample[], weights: RerankerWeights) {
  const reranker = new Reranker(weights);
  const ranked = asked.map((example) => ({ kind: example.kind, ...ranking(example, reranker) }));
  const fit = (reading: Reading): QuadraticWeights =>
    fitConfidence(ranked.filter((one) => one.reading === reading));
  return { evidence: [...evidenceNames], enriched: fit('enriched'), bare: fit('bare') };
}

interface Seen {
  kind: AskedExample['kind'];
  reading: Reading;
  evidence: number[];
}

function fitConfidence(seen: readonly Seen[]): QuadraticWeights {
  const counts = { told: 0, untold: 0, 'off topic': 0 };
  for (const { kind } of seen) counts[kind]++;
  const { weights, offset } = fitLogistic(
    seen.map(({ kind, evidence }) => ({
      values: crossed(evidence),
      isTrue: kind === 'told',
      weight: shares[kind] / counts[kind],
    })),
  );
  return { weights: rounded(weights), offset: rounded([offset])[0] ?? 0 };
}

function ranking(
  { candidates, understanding, idf, readers, offTopic }: AskedExample,
  reranker: Reranker,
): Omit<Seen, 'kind'> {
  const scored = reranker.rank(
    candidates.map((candidate, at) => ({ ...candidate, near: readers[at] ?? { asked: 0, untold: 0 } })),
  );
  const near = scored.slice(0, neighbourhood).map((one) => one.near);
  return {
    reading: readingOf(scored.map(({ found }) => found.passage)),
    evidence: evidenceOf(scored, understanding, { idf, readers: near, offTopic }),
  };
}
