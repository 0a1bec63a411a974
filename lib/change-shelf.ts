import { copyFile, mkdir, rename } from 'node:fs/promises';
import path from 'node:path';
import { describeFile } from '../index/manifest.ts';
import type { Episode } from '../ingest/episode.ts';
import { namedByFile, namesWithOwnNumber } from '../ingest/file-name.ts';
import { eachTranscript, readTranscript } from '../ingest/read-transcripts.ts';
import type { OnSkipped } from '../ingest/read-transcripts.ts';
import { UserError } from '../ingest/user-error.ts';
import type { Config } from './config.ts';
import { NumberedShelf } from './numbered-shelf.ts';
import { withStore } from './open-store.ts';
import { describeShelf } from './shelf-content.ts';
import { findShelfFiles, writeLedger } from './shelf-files.ts';
import type { ShelfFiles } from './shelf-files.ts';

/** What adding or removing does to one episode. */
export interface ShelfChange {
  change: 'added' | 'replaced' | 'unchanged' | 'removed';
  number: number;
  title: string;
}

/** A transcript to be copied to the shelf. */
interface Copy {
  from: string;
  /** Its name in the folder of added transcripts. */
  name: string;
}

export interface AddOptions {
  dryRun?: boolean;
  /** Told of files of a folder that cannot be read, which are left out; without it the first of them is thrown. */
  onSkipped?: OnSkipped;
}

/**
 * Adds files, and the files of folders, to a shelf by copying them. A changed transcript takes the place of its old
 * self, one that is there already changes nothing, and a removed one comes back. Where the number in a file's name is
 * that of another episode, and the transcript states none, it gets one of its own. Throws `UserError` ('bad-transcript'),
 * before anything is written, where a file is no transcript or states a number that another episode has.
 */
export async function addTranscripts(
  config: Config,
  paths: readonly string[],
  { dryRun = false, onSkipped }: AddOptions = {},
): Promise<ShelfChange[]> {
  const { addedFolder } = config;
  const files = await findShelfFiles(config);
  const shelf = await openShelf(config, files);
  const shelved = new Map(shelf.shelved);
  const titles = new Map<number, string>();
  const taken = new Set(files.added.map((file) => path.basename(file)));
  const changes: ShelfChange[] = [];
  const copies: Copy[] = [];
  const conflictWith = async (from: string, episodes: readonly Episode[]): Promise<UserError | null> => {
    for (const { number, title } of episodes) {
      const file = shelved.get(number);
      if (file === undefined) continue;
      const now = titles.get(number);
      const before = now ?? (await shelf.episode(number))?.title ?? '';
      const isNew = now !== undefined;
      const conflict = conflictOf({ number, file, title: before, isNew }, { file: from, title });
      if (conflict) return conflict;
    }
    return null;
  };
  for await (const { file: from, episodes: stated } of eachTranscript(paths, onSkipped)) {
    const { episodes, base, conflict } = await numbered(from, stated, shelved, conflictWith);
    if (await isShelved(from, episodes, shelved)) {
      changes.push(...episodes.map(({ number, title }) => ({ change: 'unchanged' as const, number, title })));
      continue;
    }
    if (conflict) throw conflict;
    const name = nameFor(base, episodes, shelved, taken);
    taken.add(name);
    copies.push({ from, name });
    const numbers = new Set(episodes.map(({ number }) => number));
    for (const [number, file] of shelved) {
      if (file !== path.join(addedFolder, name) || numbers.has(number)) continue;
      changes.push({ change: 'removed', number, title: (await shelf.episode(number))?.title ?? '' });
      shelved.delete(number);
    }
    for (const { number, title } of episodes) {
      changes.push({ change: shelved.has(number) ? 'replaced' : 'added', number, title });
      shelved.set(number, from);
      titles.set(number, title);
    }
  }
  if (!dryRun && copies.length > 0) await copyAll(addedFolder, copies, changes, files);
  return changes;
}

/**
 * Takes an episode off a shelf; its file stays, so that adding it again brings it back. Throws `UserError`
 * ('not-found') where the shelf has no such episode.
 */
export async function removeEpisode(
  config: Config,
  number: number,
  { dryRun = false }: { dryRun?: boolean } = {},
): Promise<ShelfChange> {
  const files = await findShelfFiles(config);
  const shelf = await openShelf(config, files);
  const episode = await shelf.episode(number);
  if (!episode) {
    const numbers = [...shelf.shelved.keys()].sort((a, b) => a - b).join(', ');
    throw new UserError('not-found', `There is no episode ${number} on the shelf. It has ${numbers}.`);
  }
  if (!dryRun) {
    const removed = [...files.ledger.removed, number].sort((a, b) => a - b);
    await writeLedger(config.addedFolder, { ...files.ledger, removed });
  }
  return { change: 'removed', number, title: episode.title };
}

async function openShelf(config: Config, files: ShelfFiles): Promise<NumberedShelf> {
  const live = await withStore(config, (store) => store.liveManifest());
  return NumberedShelf.of(await describeShelf(config, files), live);
}

async function copyAll(
  addedFolder: string,
  copies: readonly Copy[],
  changes: readonly ShelfChange[],
  { ledger }: ShelfFiles,
): Promise<void> {
  await mkdir(addedFolder, { recursive: true });
  for (const copy of copies) await copyWhole(copy, addedFolder);
  const names = copies.map(({ name }) => name);
  const back = new Set(changes.map(({ number }) => number));
  await writeLedger(addedFolder, {
    added: [...ledger.added.filter((name) => !names.includes(name)), ...names],
    removed: ledger.removed.filter((number) => !back.has(number)),
  });
}

/** Whether all that a file holds is on the shelf, from a file of the very same content. */
async function isShelved(
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

/**
 * The episodes of a file, and the name to keep it under. Where the number in its name is taken, it is read under a name
 * that gives it one of its own, as it was before if it is on the shelf under that.
 */
async function numbered(
  from: string,
  stated: Episode[],
  shelved: ReadonlyMap<number, string>,
  conflictWith: (from: string, episodes: readonly Episode[]) => Promise<UserError | null>,
): Promise<{ episodes: Episode[]; base: string; conflict: UserError | null }> {
  const asNamed = { episodes: stated, base: path.basename(from) };
  const names = namesWithOwnNumber(from);
  const known = names.filter((name) => path.basename(shelved.get(namedByFile(name).number) ?? '') === name);
  const isAsNamed = known.length === 0 && (await isShelved(from, stated, shelved));
  const conflict = isAsNamed || known.length > 0 ? null : await conflictWith(from, stated);
  if (known.length === 0 && !conflict) return { ...asNamed, conflict };
  const before = new Set(stated.map(({ number }) => number));
  for (const base of known.length > 0 ? known : names) {
    const episodes = await readTranscript(from, base);
    const hasOwn = !episodes.some(({ number }) => before.has(number));
    if (hasOwn && (known.length > 0 || !(await conflictWith(base, episodes)))) {
      return { episodes, base, conflict: null };
    }
  }
  return { ...asNamed, conflict };
}

/** A number alone does not make it the same episode: nothing may silently take the place of something else. */
function conflictOf(
  before: { number: number; file: string; title: string; isNew: boolean },
  after: { file: string; title: string },
): UserError | null {
  const sameFile = !before.isNew && path.basename(before.file) === path.basename(after.file);
  const isNamedByFile = before.isNew && after.title === namedByFile(after.file).title;
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

/**
 * The name of its old self, or one that no other transcript has. It differs by letters alone: where a transcript states
 * no number, the digits of its name are its number.
 */
function nameFor(
  base: string,
  episodes: readonly Episode[],
  shelved: ReadonlyMap<number, string>,
  taken: ReadonlySet<string>,
): string {
  const { name: stem, ext } = path.parse(base);
  const isOldSelf = episodes.some(({ number }) => path.basename(shelved.get(number) ?? '') === base);
  if (isOldSelf || !taken.has(base)) return base;
  for (let more = 'b'; ; more += 'b') {
    const name = `${stem}-${more}${ext}`;
    if (!taken.has(name)) return name;
  }
}

/** A reader sees the old file or the new one, never a part. */
async function copyWhole({ from, name }: Copy, folder: string): Promise<void> {
  const temporary = path.join(folder, `.${name}.next`);
  await copyFile(from, temporary);
  await rename(temporary, path.join(folder, name));
}
