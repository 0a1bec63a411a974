import { existsSync } from 'node:fs';
import { access, constants, statfs } from 'node:fs/promises';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { openEmbedder } from '../../../index/transformers-embedder.ts';
import { canBuildGraphs } from '../../../index/vectors/hnsw-build.ts';
import { UserError } from '../../../ingest/user-error.ts';
import { freshIndex } from '../../../lib/build-shelf.ts';
import type { Config } from '../../../lib/config.ts';
import { openEngine } from '../../../lib/open-engine.ts';
import { withStore } from '../../../lib/open-store.ts';
import { readEpisodes } from '../../../lib/read-shelf.ts';
import { findShelfFiles } from '../../../lib/shelf-files.ts';
import { describeIndex } from '../../terminal/index-progress.ts';
import { count } from '../../terminal/progress-bar.ts';
import { siteState } from '../serve/build-site.ts';
import type { Finding } from './finding.ts';
import { languageModelFinding, portFinding } from './network-checks.ts';

/** Looks at one thing; a `UserError` that it throws is a fault. */
export interface Check {
  subject: string;
  look: (config: Config) => Promise<Finding>;
}

/** In the order in which things build on each other. */
export const checks: readonly Check[] = [
  { subject: 'Transcripts', look: transcripts },
  { subject: 'Data folder', look: dataFolder },
  { subject: 'Embedding model', look: embeddingModel },
  { subject: 'Index', look: index },
  { subject: 'Vector search', look: vectorSearch },
  { subject: 'Answers', look: answers },
  { subject: 'Language model', look: languageModelFinding },
  { subject: 'Web site', look: site },
  { subject: 'Port', look: portFinding },
];

async function transcripts(config: Config): Promise<Finding> {
  const episodes = await readEpisodes(await findShelfFiles(config));
  const words = episodes.reduce((sum, episode) => sum + episode.words, 0);
  return { state: 'good', text: `${count(episodes.length)} episodes, ${count(words)} words.` };
}

/** Less than this is soon filled by a large shelf and its next index. */
const littleSpace = 1e9;

async function dataFolder({ dataFolder: folder }: Config): Promise<Finding> {
  let existing = folder;
  while (!existsSync(existing)) existing = path.dirname(existing);
  try {
    await access(existing, constants.W_OK);
  } catch (cause) {
    throw new UserError(
      'bad-configuration',
      `${existing} may not be written to. Change its permissions, or set DATA_DIR to another folder.`,
      { cause },
    );
  }
  const { bavail, bsize } = await statfs(existing);
  const free = `${((bavail * bsize) / 1e9).toFixed(1)} GB free`;
  return bavail * bsize < littleSpace
    ? {
        state: 'note',
        text: `${folder}, only ${free}: an index is built beside the one in use. Make room before adding much.`,
      }
    : { state: 'good', text: `${folder}, ${free}.` };
}

async function embeddingModel(config: Config): Promise<Finding> {
  const embedder = await openEmbedder({ model: config.embeddingModel, cacheFolder: config.modelCacheFolder });
  await embedder.close();
  return { state: 'good', text: `${embedder.name}, ${embedder.dimensions} dimensions.` };
}

async function index(config: Config): Promise<Finding> {
  const embedder = await openEmbedder({ model: config.embeddingModel, cacheFolder: config.modelCacheFolder });
  try {
    await withStore(config, (store) => store.verify(embedder));
    const manifest = await freshIndex(config);
    return manifest
      ? { state: 'good', text: `Up to date: ${describeIndex(manifest)}.` }
      : {
          state: 'note',
          text: 'Older than the transcripts. The next start or question brings it up to date, and so does `npm run ingest`.',
        };
  } catch (error) {
    if (!(error instanceof UserError) || error.code !== 'index-missing') throw error;
    return {
      state: 'note',
      text: 'There is none yet. The first start or question builds it, and so does `npm run ingest`.',
    };
  } finally {
    await embedder.close();
  }
}

async function answers(config: Config): Promise<Finding> {
  const engine = await openEngine(config).catch((error: unknown) => {
    if (error instanceof UserError && error.code === 'index-missing') return null;
    throw error;
  });
  if (!engine) return { state: 'note', text: 'Not tried, for want of an index.' };
  try {
    const [question = 'What is this about?'] = await engine.starters();
    await engine.answer({ question });
    const before = performance.now();
    await engine.answer({ question });
    return { state: 'good', text: `A question takes ${(performance.now() - before).toFixed(0)} ms.` };
  } finally {
    await engine.close();
  }
}

async function vectorSearch(): Promise<Finding> {
  if (await canBuildGraphs()) return { state: 'good', text: 'hnswlib-node is installed.' };
  return {
    state: 'note',
    text: 'hnswlib-node is not installed, so vectors are compared one by one: exact, but slow on a large shelf. Install a C++ compiler, run `npm rebuild hnswlib-node` and then `npm run ingest`.',
  };
}

async function site({ root }: Config): Promise<Finding> {
  const state = await siteState(root);
  if (state === 'built') return { state: 'good', text: 'Built.' };
  const why = state === 'stale' ? 'Older than its sources' : 'Not built yet';
  return { state: 'note', text: `${why}. The next \`npm start\` builds it.` };
}
