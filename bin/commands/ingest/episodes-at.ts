import type { Episode } from '../../../ingest/episode.ts';
import { readTranscripts } from '../../../ingest/read-transcripts.ts';
import type { Config } from '../../../lib/config.ts';
import { readEpisodes } from '../../../lib/read-shelf.ts';
import { findShelfFiles } from '../../../lib/shelf-files.ts';

/** The episodes of these files and folders, or of the shelf where none are named; no index is touched. */
export async function episodesAt(paths: readonly string[], config: Config): Promise<Episode[]> {
  return paths.length > 0 ? readTranscripts(paths) : readEpisodes(await findShelfFiles(config));
}
