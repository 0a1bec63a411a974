import { readEnrichment } from '../ingest/enrichment.ts';
import type { Episode } from '../ingest/episode.ts';
import type { Enrichment, Passage } from '../ingest/passage.ts';
import { passagesOf } from '../ingest/passages.ts';
import { readTranscripts } from '../ingest/read-transcripts.ts';
import { UserError } from '../ingest/user-error.ts';
import type { ShelfFiles } from './shelf-files.ts';

/** The episodes on a shelf, ascending by number. Throws `UserError` ('bad-transcript') where there is none. */
export async function readEpisodes({ own, added, removed }: ShelfFiles): Promise<Episode[]> {
  const byNumber = new Map<number, Episode>();
  for (const files of [own, added]) {
    for (const episode of await readTranscripts(files)) byNumber.set(episode.number, episode);
  }
  for (const number of removed) byNumber.delete(number);
  if (byNumber.size === 0) {
    throw new UserError(
      'bad-transcript',
      'The shelf is empty: no transcript was found. Add one with `npm run ingest -- PATH`, or set TRANSCRIPTS_DIR to a folder that holds some.',
    );
  }
  return [...byNumber.values()].sort((a, b) => a.number - b.number);
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
