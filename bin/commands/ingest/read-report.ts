import type { Episode } from '../../../ingest/episode.ts';
import type { UserError } from '../../../ingest/user-error.ts';
import { addTranscripts } from '../../../lib/change-shelf.ts';
import type { NumberTaken } from '../../../lib/change-shelf.ts';
import type { Config } from '../../../lib/config.ts';
import { readEpisodes } from '../../../lib/read-shelf.ts';
import { findShelfFiles } from '../../../lib/shelf-files.ts';
import type { Screen } from '../../terminal/terminal.ts';
import { SkippedFiles } from './skipped-files.ts';

/** What there is to be told about transcripts. */
export interface Report {
  /** Ascending by number. */
  episodes: Episode[];
  /** Files whose episode cannot have the number that their names tell. */
  renumbered: { file: string; episodes: Episode[]; instead: NumberTaken }[];
  /** Files that a later one takes the place of: both bring the episode of this number and title. */
  replaced: { file: string; number: number; by: string }[];
  /** Why files cannot be added. */
  conflicts: UserError[];
}

/** The transcripts on the shelf. */
export async function reportOfShelf(config: Config): Promise<Report> {
  const episodes = await readEpisodes(await findShelfFiles(config));
  return { episodes, renumbered: [], replaced: [], conflicts: [] };
}

/**
 * The transcripts of these files and folders as they would be added to the shelf; nothing is changed. Says which files of
 * the folders are no transcripts.
 */
export async function readReport(paths: readonly string[], config: Config, screen: Screen): Promise<Report> {
  const byNumber = new Map<number, { episode: Episode; file: string }>();
  const report: Report = { episodes: [], renumbered: [], replaced: [], conflicts: [] };
  const skipped = new SkippedFiles();
  await addTranscripts(config, paths, {
    dryRun: true,
    onSkipped: skipped.add,
    onConflict: (conflict) => report.conflicts.push(conflict),
    onRead: ({ file, episodes, instead }) => {
      if (instead) report.renumbered.push({ file, episodes, instead });
      for (const episode of episodes) {
        const { number } = episode;
        const before = byNumber.get(number);
        if (before) report.replaced.push({ file: before.file, number, by: file });
        byNumber.set(number, { episode, file });
      }
    },
  });
  await skipped.print(screen, { isAllThereWas: byNumber.size === 0 && report.conflicts.length === 0 });
  const episodes = [...byNumber.values()].map(({ episode }) => episode).sort((a, b) => a.number - b.number);
  return { ...report, episodes };
}
