import path from 'node:path';
import { readEnrichment } from '../ingest/enrichment.ts';
import type { Episode } from '../ingest/episode.ts';
import type { Enrichment, Passage } from '../ingest/passage.ts';
import { passagesOf } from '../ingest/passages.ts';
import { readTranscript, readTranscripts } from '../ingest/read-transcripts.ts';
import { UserError } from '../ingest/user-error.ts';
import type { ShelfFiles } from './shelf-files.ts';

/** An episode, and the file that it is read from. */
export interface ShelvedEpisode {
  episode: Episode;
  file: string;
}

/** The episodes on a shelf, ascending by number. Throws `UserError` ('bad-transcript') where there is none. */
export async function readEpisodes(files: ShelfFiles): Promise<Episode[]> {
  const shelved = await readShelvedEpisodes(files);
  if (shelved.size === 0) {
    throw new UserError(
      'bad-transcript',
      'The shelf is empty: no transcript was found. Add one with `npm run ingest -- PATH`, or set TRANSCRIPTS_DIR to a folder that holds some.',
    );
  }
  return [...shelved.values()].map(({ episode }) => episode).sort((a, b) => a.number - b.number);
}

/** The episodes on a shelf by their number. */
export async function readShelvedEpisodes({
  own,
  added,
  ledger,
}: ShelfFiles): Promise<Map<number, ShelvedEpisode>> {
  const byNumber = new Map<number, ShelvedEpisode>();
  const ownFile = new Map(own.map((file) => [path.basename(file), file]));
  for (const episode of await readTranscripts(own)) {
    byNumber.set(episode.number, { episode, file: ownFile.get(episode.source.file) ?? episode.source.file });
  }
  for (const file of added) {
    for (const episode of await readTranscript(file)) byNumber.set(episode.number, { episode, file });
  }
  for (const number of ledger.removed) byNumber.delete(number);
  return byNumber;
}

/** The passages of episodes, in order, with what the shelf's enrichment says about them. */
export async function readPassages(
  episodes: readonly Episode[],
  { enrichmentFolders }: Pick<ShelfFiles, 'enrichmentFolders'>,
): Promise<Passage[]> {
  const enrichment = new Map<string, Enrichment>();
  for (const folder of enrichmentFolders) {
    for (const [hash, entry] of await readEnrichment(folder)) enrichment.set(hash, entry);
  }
  const passages: Passage[] = [];
  for (const episode of episodes) passages.push(...(await passagesOf(episode, enrichment)));
  return passages;
}
