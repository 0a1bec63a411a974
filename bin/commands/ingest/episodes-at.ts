import type { Episode } from '../../../ingest/episode.ts';
import { readTranscripts } from '../../../ingest/read-transcripts.ts';
import type { Config } from '../../../lib/config.ts';
import { readEpisodes } from '../../../lib/read-shelf.ts';
import { findShelfFiles } from '../../../lib/shelf-files.ts';
import type { Screen } from '../../terminal/terminal.ts';
import { SkippedFiles } from './skipped-files.ts';

/**
 * The episodes of these files and folders, or of the shelf where none are named; no index is touched. Says which files
 * of the folders are no transcripts.
 */
export async function episodesAt(
  paths: readonly string[],
  config: Config,
  screen: Screen,
): Promise<Episode[]> {
  if (paths.length === 0) return readEpisodes(await findShelfFiles(config));
  const skipped = new SkippedFiles();
  const episodes = await readTranscripts(paths, skipped.add);
  await skipped.print(screen, { isAllThereWas: episodes.length === 0 });
  return episodes;
}
