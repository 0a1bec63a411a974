import { readEnrichment } from '../ingest/read-enrichment.ts';
import type { Episode } from '../ingest/episode.ts';
import type { Enrichment } from '../ingest/enrichment.ts';
import type { Passage } from '../ingest/passage.ts';
import { passagesOf } from '../ingest/passages.ts';
import { readTranscript } from '../ingest/read-transcripts.ts';
import { UserError } from '../ingest/user-error.ts';
import type { ShelfFiles } from './shelf-files.ts';
import { shelvedFiles } from './shelved-files.ts';
import type { NumberedFile } from './shelved-files.ts';

/** An episode, and the file that it is read from. */
export interface ShelvedEpisode {
  episode: Episode;
  file: string;
}

/** The episodes on a shelf, ascending by number. Throws `UserError` ('bad-transcript') where there is none. */
export async function readEpisodes(files: ShelfFiles): Promise<Episode[]> {
  const shelved = await readShelvedEpisodes(files);
  if (shelved.size === 0) throw emptyShelf();
  return [...shelved.values()].map(({ episode }) => episode).sort((a, b) => a.number - b.number);
}

/** The episodes on a shelf by their number. */
export async function readShelvedEpisodes({
  own,
  added,
  ledger,
}: ShelfFiles): Promise<Map<number, ShelvedEpisode>> {
  const read = new Map<string, Episode[]>();
  for (const file of [...own, ...added]) read.set(file, await readTranscript(file));
  const numbered = (list: readonly string[]): NumberedFile[] =>
    list.map((file) => ({ file, numbers: (read.get(file) ?? []).map(({ number }) => number) }));
  const shelved = new Map<number, ShelvedEpisode>();
  const places = shelvedFiles({ own: numbered(own), added: numbered(added), removed: ledger.removed });
  for (const [number, file] of places) {
    const episode = read.get(file)?.find((each) => each.number === number);
    if (episode) shelved.set(number, { episode, file });
  }
  return shelved;
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

/** Says that there is nothing to index, and what to do. */
export function emptyShelf(): UserError {
  return new UserError(
    'bad-transcript',
    'The shelf is empty: no transcript was found. Add one with `npm run ingest -- PATH`, or set TRANSCRIPTS_DIR to a folder that holds some.',
  );
}
