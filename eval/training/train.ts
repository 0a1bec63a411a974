import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { sha256 } from '../../index/manifest.ts';
import { openEmbedder } from '../../index/transformers-embedder.ts';
import type { Config } from '../../lib/config.ts';
import { readEpisodes, readPassages } from '../../lib/read-shelf.ts';
import { evidenceNames, evidenceOf, witnessCount } from '../../lib/retrieve/confidence.ts';
import { featureNames } from '../../lib/retrieve/features.ts';
import { Reranker } from '../../lib/retrieve/reranker.ts';
import type { RerankerWeights } from '../../lib/retrieve/reranker.ts';
import { findShelfFiles } from '../../lib/shelf-files.ts';
import { examples } from './examples.ts';
import type { Example } from './examples.ts';
import { fitLogistic } from './fit-logistic.ts';
import { fitRanking } from './fit-ranking.ts';
import { randomNumbers } from './random-numbers.ts';
import { readOffTopic } from './off-topic.ts';

export interface Training {
  /** An embedding model that has not been trained on the questions of the shelf. */
  model: string;
  seed: number;
  say: (text: string) => Promise<void>;
}

/** Where the weights are kept, from the project's root. */
const trainedFile = 'lib/retrieve/trained.json';

/** Readers wrote more questions than there is memory for what they find. */
const oneIn = 2;

const offTopicFile = 'eval/training/off-topic.txt';

/** Fits the re-ranker and the confidence to the enrichment questions of the shelf, and writes both down. */
export async function train({ model, seed, say }: Training, config: Config): Promise<void> {
  const files = await findShelfFiles(config);
  const episodes = await readEpisodes(files);
  const passages = await readPassages(episodes, files);
  const embedder = await openEmbedder({ model, cacheFolder: config.modelCacheFolder });
  const folder = path.join(config.dataFolder, 'training');
  const offTopic = await readOffTopic(path.join(config.root, offTopicFile));
  const all: Example[] = [];
  try {
    for await (const example of examples({ episodes, passages, offTopic }, embedder, {
      config,
      folder,
      oneIn,
    })) {
      all.push(example);
      if (all.length % 1000 === 0) await say(`${all.length} questions asked`);
    }
  } finally {
    await embedder.close();
  }
  const crossed = crossValidated(
    all,
    episodes.map(({ number }) => number),
    seed,
  );
  const reranker = fitReranker(all, seed);
  const record = {
    reranker,
    confidence: fitConfidence(all, reranker),
    training: {
      seed,
      model: `${embedder.name} ${embedder.revision.slice(0, 12)}`,
      data: sha256(JSON.stringify(all.map(({ question, answers }) => [question, answers]))),
      examples: all.length,
      crossValidated: crossed,
    },
  };
  await writeFile(path.join(config.root, trainedFile), `${JSON.stringify(record, null, 2)}\n`);
  await say(`${JSON.stringify(record.training, null, 2)}\nWritten to ${trainedFile}.`);
}

/** Weights rounded to what tells them apart, so that the file stays small and the same on any machine. */
const digits = 5;
const rounded = (values: Iterable<number>): number[] =>
  Array.from(values, (value) => Number(value.toPrecision(digits)));

function fitReranker(all: readonly Example[], seed: number): RerankerWeights {
  const answerable = all.filter(({ answer }) => answer === 'there');
  const rows = answerable.flatMap(({ candidates }) => candidates.map(({ features }) => features));
  const mean = featureNames.map((_, i) => rows.reduce((sum, row) => sum + (row[i] ?? 0), 0) / rows.length);
  const deviation = mean.map((centre, i) => {
    const variance = rows.reduce((sum, row) => sum + ((row[i] ?? 0) - centre) ** 2, 0) / rows.length;
    return Math.sqrt(variance) + 1e-3;
  });
  const groups = answerable.map(({ candidates, answers }) => ({
    candidates: candidates.map(({ found, features }, at) => ({
      features: features.map((value, i) => (value - (mean[i] ?? 0)) / (deviation[i] ?? 1)),
      isEnriched: found.passage.enrichment !== null,
      answers: answers[at] ?? false,
    })),
  }));
  const { enriched, bare } = fitRanking(groups, featureNames.length, randomNumbers(seed));
  const shape = {
    features: [...featureNames],
    mean: rounded(mean),
    deviation: rounded(deviation),
    enriched: rounded(enriched),
    bare: rounded(bare),
  };
  const raw = new Reranker({ ...shape, slope: 1, offset: 0 });
  const { weights, offset } = fitLogistic(
    all.flatMap(({ candidates, answers }) =>
      candidates.slice(0, 20).map(({ found, features }, at) => ({
        values: [raw.sum({ found, features })],
        isTrue: answers[at] ?? false,
        weight: 1,
      })),
    ),
  );
  return { ...shape, slope: rounded(weights)[0] ?? 1, offset: rounded([offset])[0] ?? 0 };
}

/**
 * How much the questions of each kind count in all. Those that ask beside what is told are hard to tell from others: where
 * they count for more, questions that people do ask are refused.
 */
const shares = { there: 0.5, withdrawn: 0.25, never: 0.05, 'off topic': 0.2 } as const;

function fitConfidence(all: readonly Example[], weights: RerankerWeights) {
  const reranker = new Reranker(weights);
  const asked = all.filter(({ setting }) => setting === 'enriched');
  const counts = { there: 0, withdrawn: 0, never: 0, 'off topic': 0 };
  for (const { answer } of asked) counts[answer]++;
  const { weights: fitted, offset } = fitLogistic(
    asked.map((example) => ({
      values: evidence(example, reranker),
      isTrue: example.answer === 'there',
      weight: shares[example.answer] / counts[example.answer],
    })),
  );
  return { evidence: [...evidenceNames], weights: rounded(fitted), offset: rounded([offset])[0] ?? 0 };
}

function evidence({ candidates, understanding, idf, untold }: Example, reranker: Reranker): number[] {
  const scored = candidates
    .map(({ found, features }, at) => ({
      found,
      features,
      score: reranker.score({ found, features }),
      untold: untold[at] ?? 0,
    }))
    .sort((a, b) => b.score - a.score);
  const nearest = scored.slice(0, witnessCount).map((scored) => scored.untold);
  return evidenceOf(scored, understanding, { idf, untold: nearest });
}

/**
 * Each third of the episodes is ranked by what the questions of the other two taught; questions that are answered in several
 * belong to the first of them.
 */
function crossValidated(all: readonly Example[], episodes: readonly number[], seed: number) {
  const parts = 3;
  const partOf = (example: Example): number => episodes.indexOf(Math.min(...example.episodes)) % parts;
  const ranks: number[] = [];
  const before: number[] = [];
  for (let part = 0; part < parts; part++) {
    const reranker = new Reranker(
      fitReranker(
        all.filter((example) => partOf(example) !== part),
        seed,
      ),
    );
    for (const example of all) {
      if (example.answer !== 'there' || partOf(example) !== part) continue;
      const { candidates, answers } = example;
      const order = candidates
        .map(({ found, features }, at) => ({
          score: reranker.score({ found, features }),
          answers: answers[at] ?? false,
        }))
        .sort((a, b) => b.score - a.score);
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
