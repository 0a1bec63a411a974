import { performance } from 'node:perf_hooks';
import type { Embedder } from '../../index/embedder.ts';
import { ourSearch } from '../systems/our-search.ts';
import { plainSearch } from '../systems/plain-search.ts';
import type { Config } from '../../lib/config.ts';
import { corpusConfig, openCorpus } from '../workbench.ts';
import type { Suite, SuiteQuestion } from './suite.ts';

/** Means over questions, of one system and kind of question. */
export interface SuiteFigures {
  system: string;
  kind: string;
  questions: number;
  hit1: number;
  hit5: number;
  hit10: number;
  mrr10: number;
  ndcg10: number;
  /** Milliseconds, on average. */
  time: number;
}

interface Judged {
  system: string;
  question: SuiteQuestion;
  /** Whether each of the first ten answers. */
  hits: boolean[];
  milliseconds: number;
}

/** Asks BM25, dense search, their fusion, and ours all questions of a suite. Indexes are kept in `folder`. */
export async function runSuite(
  suite: Suite,
  { data, folder, config, embedder }: { data: string; folder: string; config: Config; embedder: Embedder },
): Promise<SuiteFigures[]> {
  const judged: Judged[] = [];
  for await (const { corpus, questions } of suite.trials(data)) {
    const opened = await openCorpus(corpus, embedder, corpusConfig(config, corpus.name, folder));
    const { shelf } = opened;
    const plain = { index: shelf.index, embedder };
    const systems = [
      plainSearch('BM25', ['text'], plain),
      plainSearch('dense', ['passage'], plain),
      plainSearch('hybrid (RRF)', ['text', 'passage'], plain),
      ourSearch('ours', { shelf, embedder }),
    ];
    for (const system of systems) {
      for (const question of questions) {
        const started = performance.now();
        const { retrieved } = await system.ask({ question: question.text, filters: question.filters });
        const milliseconds = performance.now() - started;
        const hits = retrieved.slice(0, 10).map(({ id }) => question.gold.has(id));
        judged.push({ system: system.name, question, hits, milliseconds });
      }
    }
    await opened.close();
  }
  const systems = [...new Set(judged.map(({ system }) => system))];
  const kinds = [...new Set(judged.map(({ question }) => question.kind))];
  return systems.flatMap((system) =>
    ['all', ...(kinds.length > 1 ? kinds : [])].map((kind) => {
      const own = judged.filter(
        (each) => each.system === system && (kind === 'all' || each.question.kind === kind),
      );
      return { system, kind, ...meansOf(own) };
    }),
  );
}

function meansOf(judged: readonly Judged[]): Omit<SuiteFigures, 'system' | 'kind'> {
  const mean = (value: (one: Judged) => number): number =>
    judged.reduce((sum, one) => sum + value(one), 0) / Math.max(1, judged.length);
  const hit = (k: number): number => mean(({ hits }) => Number(hits.slice(0, k).includes(true)));
  return {
    questions: judged.length,
    hit1: hit(1),
    hit5: hit(5),
    hit10: hit(10),
    mrr10: mean(({ hits }) => (hits.includes(true) ? 1 / (hits.indexOf(true) + 1) : 0)),
    ndcg10: mean(({ hits, question }) => ndcg(hits, question.gold.size)),
    time: mean(({ milliseconds }) => milliseconds),
  };
}

/** Normalised discounted cumulative gain of the first ten (Järvelin and Kekäläinen 2002), right or wrong. */
function ndcg(hits: readonly boolean[], relevant: number): number {
  const discount = (rank: number): number => 1 / Math.log2(rank + 2);
  const gain = hits.reduce((sum, hit, rank) => sum + (hit ? discount(rank) : 0), 0);
  let best = 0;
  for (let rank = 0; rank < Math.min(10, relevant); rank++) best += discount(rank);
  return best === 0 ? 0 : gain / best;
}
