import { buildShelf } from '../lib/build-shelf.ts';
import { addTranscripts } from '../lib/change-shelf.ts';
import { readEpisodes } from '../lib/read-shelf.ts';
import { findShelfFiles } from '../lib/shelf-files.ts';
import { addedFolderOf, configOf } from './corpus.ts';
import { keepQuestions } from './questions.ts';
import type { IngestResult } from './results.ts';
import { secondsOf } from './spread.ts';

/** Indexes a size from nothing, then adds one transcript. */
export async function ingest(folder: string): Promise<IngestResult> {
  const config = configOf(folder);
  const whole = await secondsOf(() => buildShelf(config));
  const { counts, files, model } = whole.result.manifest;
  const peakMemory = process.resourceUsage().maxRSS * 1024;
  const add = await secondsOf(async () => {
    await addTranscripts(config, [addedFolderOf(folder)]);
    await buildShelf(config);
  });
  const episodes = await readEpisodes(await findShelfFiles(config));
  await keepQuestions(episodes, folder);
  return {
    episodes: counts.episodes,
    passages: counts.passages,
    words: episodes.reduce((sum, { words }) => sum + words, 0),
    dimensions: model.dimensions,
    seconds: whole.seconds,
    cpuSeconds: whole.cpuSeconds,
    addSeconds: add.seconds,
    indexBytes: Object.values(files).reduce((sum, { bytes }) => sum + bytes, 0),
    peakMemory,
  };
}
