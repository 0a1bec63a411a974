import type { InputFile, Manifest } from '../index/passage-index.ts';
import type { Episode } from '../ingest/episode.ts';
import { NumberedShelf } from './numbered-shelf.ts';
import { emptyShelf } from './read-shelf.ts';
import { rememberedInputs } from './shelf-content.ts';
import type { ShelfContent } from './shelf-content.ts';

/** What a build has to write, and what may stay. */
export interface BuildPlan {
  /** New and changed episodes, ascending by number. */
  episodes: Episode[];
  /** Numbers of those that the live index has as they are. */
  unchanged: Set<number>;
  /** To be remembered with the new index. */
  inputs: InputFile[];
}

/**
 * Reads those episodes of a shelf that the live index does not have as they are; all where there is no such index or
 * transcripts are read in another way now. Throws `UserError` ('bad-transcript') where one cannot be read or there is
 * none.
 */
export async function planBuild(content: ShelfContent, live: Manifest | null): Promise<BuildPlan> {
  const shelf = await NumberedShelf.of(content, live);
  if (shelf.shelved.size === 0) throw emptyShelf();
  const unchanged = shelf.unchangedIn(live, content);
  const episodes: Episode[] = [];
  for (const number of [...shelf.shelved.keys()].sort((a, b) => a - b)) {
    const episode = unchanged.has(number) ? null : await shelf.episode(number);
    if (episode) episodes.push(episode);
  }
  return { episodes, unchanged, inputs: rememberedInputs(content, shelf.transcripts) };
}
