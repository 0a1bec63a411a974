import path from 'node:path';
import { readEnrichment } from '../../ingest/read-enrichment.ts';
import type { Config } from '../config.ts';
import { readEpisodes } from '../read-shelf.ts';
import { findShelfFiles } from '../shelf-files.ts';
import { askForEnrichment, type EnrichmentWriter } from './ask-for-enrichment.ts';
import { bareParagraphs, type BareParagraph } from './bare-paragraphs.ts';
import { EnrichmentFiles } from './enrichment-file.ts';
import { enrichmentPrompt } from './enrichment-prompt.ts';

/** What there is to write about. */
export interface EnrichmentPlan {
  paragraphs: BareParagraph[];
  /** Topics that the shelf has already. */
  topics: string[];
  /** Roughly what a model reads and writes for it, in tokens. */
  tokens: { read: number; written: number };
}

/** English text has about so many characters a token, and an entry takes about so many tokens. */
const charactersPerToken = 4;
const tokensOfEntry = 400;

/** Requests that are out at the same time: a local server answers no faster for more, and a provider's limit is near. */
const atOnce = 4;

/** Finds the paragraphs of the shelf about which nothing is written yet, the first `limit` of them. Asks nobody. */
export async function planEnrichment(config: Config, limit = Infinity): Promise<EnrichmentPlan> {
  const files = await findShelfFiles(config);
  const bare = await bareParagraphs(await readEpisodes(files), files.enrichmentFolders);
  const paragraphs = bare.slice(0, limit);
  const topics = new Set<string>();
  for (const folder of files.enrichmentFolders) {
    for (const entry of (await readEnrichment(folder)).values())
      for (const topic of entry.topics) topics.add(topic);
  }
  const known = [...topics].sort();
  const characters = paragraphs.reduce((sum, paragraph) => {
    const { system, prompt } = enrichmentPrompt(paragraph, known);
    return sum + system.length + prompt.length;
  }, 0);
  return {
    paragraphs,
    topics: known,
    tokens: { read: Math.ceil(characters / charactersPerToken), written: paragraphs.length * tokensOfEntry },
  };
}

/**
 * Has a model write about these paragraphs, and keeps each answer at once beside the added transcripts, where ingestion
 * finds it: whoever stops it loses nothing. Returns how many were written, and the anchors of those of which the model
 * wrote nothing that can be read. Throws as `askForEnrichment` does.
 */
export async function enrichShelf(
  { paragraphs, topics }: EnrichmentPlan,
  {
    config,
    writer,
    signal,
    onProgress,
  }: {
    config: Pick<Config, 'addedFolder'>;
    writer: EnrichmentWriter;
    signal: AbortSignal;
    onProgress?: (done: number) => void;
  },
): Promise<{ written: number; unreadable: string[] }> {
  const files = new EnrichmentFiles(path.join(config.addedFolder, 'enrichment'));
  const stop = new AbortController();
  const either = AbortSignal.any([signal, stop.signal]);
  const unreadable: string[] = [];
  let written = 0;
  let next = 0;
  const work = async (): Promise<void> => {
    for (let paragraph = paragraphs[next++]; paragraph; paragraph = paragraphs[next++]) {
      either.throwIfAborted();
      const enrichment = await askForEnrichment(paragraph, topics, writer, either);
      if (enrichment) {
        await files.add(paragraph, enrichment);
        written++;
      } else unreadable.push(paragraph.anchor);
      onProgress?.(written + unreadable.length);
    }
  };
  // The first who fails stops the others, whose own failures tell no more.
  const workers = Array.from({ length: atOnce }, () =>
    work().catch((error: unknown) => {
      stop.abort(error);
      throw error;
    }),
  );
  const outcomes = await Promise.allSettled(workers);
  signal.throwIfAborted();
  if (stop.signal.aborted) throw stop.signal.reason;
  if (outcomes.some(({ status }) => status === 'rejected')) throw new Error('A failure that stopped nobody');
  return { written, unreadable };
}
