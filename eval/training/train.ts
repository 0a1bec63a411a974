import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { sha256 } from '../../index/manifest.ts';
import type { Embedder } from '../../index/embedder.ts';
import { openEmbedder } from '../../index/transformers-embedder.ts';
import { UserError } from '../../ingest/user-error.ts';
import type { Episode } from '../../ingest/episode.ts';
import type { Passage } from '../../ingest/passage.ts';
import type { Config } from '../../lib/config.ts';
import { readEpisodes, readPassages } from '../../lib/read-shelf.ts';
import { findShelfFiles } from '../../lib/shelf-files.ts';
import { corpusConfig, openCorpus } from '../workbench.ts';
import { askedExamples } from './asked-examples.ts';
import type { AskedExample } from './asked-examples.ts';
import type { Place } from './examples.ts';
import { crossValidated } from './cross-validated.ts';
import { fitConfidences } from './fit-confidence.ts';
import { fitReranker } from './fit-reranker.ts';
import { askedOfSome, fitSeveral, writtenOfSome } from './fit-several.ts';
import { fitSupport } from './fit-support.ts';
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
const severalFile = 'lib/answer/asks-several.json';
const supportFile = 'lib/prose/support.json';

const offTopicFile = 'eval/training/off-topic.txt';

/** Of readers' questions one in so many is asked, and of people's where less is known: there is no memory for all. */
const oneIn = { written: 3, half: 3, none: 3 };

/** How much a question counts for the ranking: what people ask of the shelf as it is is what will be asked. */
const weights = { written: 1, half: 2, none: 2, all: 8 };

/** Fits all that is learned to the shelf's own enrichment, and writes the weights where they are read. */
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
  const { all, ofSome, support } = await withEmbedder(config.embeddingModel, config, async (own) => ({
    all: await collected(askedExamples(content, own, { ...place, known: 'all', oneIn: 1 }), say),
    ...(await read(content, own, { ...place, seed })),
  }));
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
    { examples: told(none), weight: weights.none },
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
  const several = fitSeveral(
    [...askedOfSome(all, reranker, 1), ...askedOfSome([...half, ...none], reranker, 0), ...ofSome],
    seed,
  );
  for (const [file, fitted] of [
    [trainedFile, record],
    [severalFile, several],
    [supportFile, support],
  ] as const) {
    await writeFile(path.join(config.root, file), `${JSON.stringify(fitted, null, 2)}\n`);
    await say(`${JSON.stringify(fitted.training, null, 2)}\nWritten to ${file}.`);
  }
}

/** What the whole shelf tells without being asked: what was written that names nobody, and what supports claims. */
async function read(
  { episodes, passages }: { episodes: readonly Episode[]; passages: readonly Passage[] },
  embedder: Embedder,
  { config, folder, seed }: Place & { seed: number },
) {
  const corpus = { name: 'training-read', episodes, passages };
  const opened = await openCorpus(corpus, embedder, corpusConfig(config, corpus.name, folder));
  try {
    return {
      ofSome: writtenOfSome(passages, opened.shelf),
      support: await fitSupport(opened.shelf, seed),
    };
  } finally {
    await opened.close();
  }
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
