import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { sha256 } from '../../index/manifest.ts';
import type { Embedder } from '../../index/embedder.ts';
import { openEmbedder } from '../../index/transformers-embedder.ts';
import { UserError } from '../../ingest/user-error.ts';
import type { Config } from '../../lib/config.ts';
import { readEpisodes, readPassages } from '../../lib/read-shelf.ts';
import { findShelfFiles } from '../../lib/shelf-files.ts';
import { askedExamples } from './asked-examples.ts';
import type { AskedExample } from './asked-examples.ts';
import { crossValidated } from './cross-validated.ts';
import { fitConfidences } from './fit-confidence.ts';
import { fitReranker } from './fit-reranker.ts';
import { readOffTopic } from './off-topic.ts';
import { readerExamples } from './reader-examples.ts';

export interface Training {
  /** An embedding model that has not been trained on the questions of the shelf. */
  model: string;
  seed: number;
  say: (text: string) => Promise<void>;
}

/** Where the weights are kept, from the project's root. */
const trainedFile = 'lib/retrieve/trained.json';

const offTopicFile = 'eval/training/off-topic.txt';

/** Of readers' questions one in so many is asked, and of people's where less is known: there is no memory for all. */
const oneIn = { written: 3, half: 2, none: 2 };

/** How much a question counts for the ranking: what people ask of the shelf as it is is what will be asked. */
const weights = { written: 1, half: 2, all: 8 };

/** Fits the re-ranker and the confidence to the questions in the shelf's enrichment, and writes both down. */
export async function train({ model, seed, say }: Training, config: Config): Promise<void> {
  const files = await findShelfFiles(config);
  const episodes = await readEpisodes(files);
  const passages = await readPassages(episodes, files);
  const offTopic = await readOffTopic(path.join(config.root, offTopicFile));
  const content = { episodes, passages, offTopic };
  const place = { config, folder: path.join(config.dataFolder, 'training') };
  const examples = await withEmbedder(model, config, async (held) => ({
    written: await collected(readerExamples(content, held, { ...place, oneIn: oneIn.written }), say),
    half: await collected(askedExamples(content, held, { ...place, known: 'half', oneIn: oneIn.half }), say),
    none: await collected(askedExamples(content, held, { ...place, known: 'none', oneIn: oneIn.none }), say),
  }));
  const all = await withEmbedder(config.embeddingModel, config, async (own) =>
    collected(askedExamples(content, own, { ...place, known: 'all', oneIn: 1 }), say),
  );
  const { written, half, none } = examples;
  const told = (some: readonly AskedExample[]): AskedExample[] => some.filter(({ kind }) => kind === 'told');
  if (told(all).length === 0 || all.every(({ kind }) => kind !== 'untold')) {
    throw new UserError(
      'bad-request',
      `Nothing can be learned from ${config.transcriptsFolder}: its enrichment needs questions under "asked", and some under "untold".`,
    );
  }
  const sets = [
    { examples: written, weight: weights.written },
    { examples: told(half), weight: weights.half },
  ];
  const whole = { examples: told(all), weight: weights.all };
  const reranker = fitReranker([...sets, whole], seed);
  const asked = [...all, ...half, ...none];
  const record = {
    reranker,
    confidence: fitConfidences(asked, reranker),
    training: {
      seed,
      models: {
        heldOut: await revisionOf(model, config),
        own: await revisionOf(config.embeddingModel, config),
      },
      data: sha256(
        JSON.stringify([...written, ...asked].map(({ question, answers }) => [question, answers])),
      ),
      examples: { written: written.length, all: all.length, half: half.length, none: none.length },
      crossValidated: crossValidated(whole, sets, seed),
    },
  };
  await writeFile(path.join(config.root, trainedFile), `${JSON.stringify(record, null, 2)}\n`);
  await say(`${JSON.stringify(record.training, null, 2)}\nWritten to ${trainedFile}.`);
}

async function withEmbedder<T>(
  model: string,
  { modelCacheFolder: cacheFolder }: Config,
  use: (embedder: Embedder) => Promise<T>,
): Promise<T> {
  const embedder = await openEmbedder({ model, cacheFolder });
  try {
    return await use(embedder);
  } finally {
    await embedder.close();
  }
}

function revisionOf(model: string, config: Config): Promise<string> {
  return withEmbedder(model, config, async ({ name, revision }) => `${name} ${revision.slice(0, 12)}`);
}

async function collected<T>(examples: AsyncGenerator<T>, say: (text: string) => Promise<void>): Promise<T[]> {
  const all: T[] = [];
  for await (const example of examples) {
    all.push(example);
    if (all.length % 1000 === 0) await say(`${all.length} questions asked`);
  }
  return all;
}
