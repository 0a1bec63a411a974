import path from 'node:path';
import { describeFile } from '../index/hash-file.ts';
import { sha256 } from '../index/manifest.ts';
import type { Episode } from '../ingest/episode.ts';
import { namedByFile } from '../ingest/file-name.ts';
import { UserError } from '../ingest/user-error.ts';

/** Of each added transcript, by its name on the shelf, where it came from, see `originOf`. */
export type Origins = Readonly<Record<string, string>>;

/** Where a transcript is, as a hash: shows keep folders of their own, in which the same names stand. */
export function originOf(file: string): string {
  return `${shownOrigin(file)} ${sha256(path.resolve(file)).slice(0, 16)}`;
}

/** The folder and the name of a transcript, of a file or of its origin. */
export function shownOrigin(from: string): string {
  const { dir, base } = path.parse(path.resolve(from.replace(/ [0-9a-f]{16}$/, '')));
  return `${path.basename(dir)}/${base}`;
}

/** Whether a name on the shelf, one of those that a file may have there, is that of its old self. */
export function isOldSelf(name: string, file: string, origins: Origins): boolean {
  const origin = origins[name];
  return origin === undefined || origin === originOf(file);
}

/** Whether all that a file holds is on the shelf, from a file of the very same content. */
export async function isShelved(
  file: string,
  episodes: readonly Episode[],
  shelved: ReadonlyMap<number, string>,
): Promise<boolean> {
  const sources = new Set(episodes.map(({ number }) => shelved.get(number)));
  const { sha256 } = await describeFile(file);
  for (const source of sources) {
    if (source === undefined || (await describeFile(source)).sha256 !== sha256) return false;
  }
  return true;
}

/** A number alone does not make it the same episode: nothing may silently take the place of something else. */
export function conflictOf(
  before: { number: number; file: string; title: string; isNew: boolean },
  after: { file: string; title: string },
  origins: Origins,
): UserError | null {
  const name = path.basename(before.file);
  const sameFile =
    !before.isNew && name === path.basename(after.file) && isOldSelf(name, after.file, origins);
  const isNamedByFile = after.title === namedByFile(after.file).title;
  const sameTitle = !isNamedByFile && comparable(before.title) === comparable(after.title);
  if (sameFile || sameTitle) return null;
  return new UserError(
    'bad-transcript',
    `${after.file} brings “${after.title}” as episode ${before.number}, which is “${before.title}” from ${path.basename(before.file)} on the shelf. ` +
      `Change its number, or run \`npm run ingest -- --remove ${before.number}\` first.`,
  );
}

function comparable(title: string): string {
  return title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
