import type { InputFile, Manifest } from '../index/passage-index.ts';
import type { Episode } from '../ingest/episode.ts';
import { NumberedShelf } from './numbered-shelf.ts';
import { emptyShelf } from './read-shelf.ts';
import { recalledShelf, rememberedInputs } from './shelf-content.ts';
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
 * none. With `keepOthers`, episodes of the index whose transcripts are not here stay in it: others have them.
 */
export async function planBuild(
  content: ShelfContent,
  live: Manifest | null,
  { keepOthers }: { keepOthers: boolean },
): Promise<BuildPlan> {
  const shelf = await NumberedShelf.of(content, live);
  if (shelf.shelved.size === 0) throw emptyShelf();
  const unchanged = shelf.unchangedIn(live, content);
  const others = keepOthers ? transcriptsOfOthers(content, shelf, live) : [];
  for (const { numbers } of others) for (const number of numbers) unchanged.add(number);
  const episodes: Episode[] = [];
  for (const number of [...shelf.shelved.keys()].sort((a, b) => a - b)) {
    const episode = unchanged.has(number) ? null : await shelf.episode(number);
    if (episode) episodes.push(episode);
  }
  return { episodes, unchanged, inputs: rememberedInputs(content, [...others, ...shelf.transcripts]) };
}

/** The transcripts that the live index was built from of which nothing is here, with the episodes that they stand for. */
function transcriptsOfOthers(
  { removed }: ShelfContent,
  { shelved }: NumberedShelf,
  live: Manifest | null,
): { path: string; sha256: string; numbers: number[] }[] {
  const before = recalledShelf(live?.inputs ?? []);
  const wanted = new Set(before.transcripts.flatMap(({ episodes }) => episodes));
  for (const number of [...shelved.keys(), ...removed, ...before.removed]) wanted.delete(number);
  return before.transcripts.flatMap(({ path, sha256, episodes }) => {
    const numbers = episodes.filter((number) => wanted.has(number));
    return numbers.length > 0 ? [{ path, sha256, numbers }] : [];
  });
}
