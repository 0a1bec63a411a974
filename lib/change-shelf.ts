import { copyFile, mkdir, rename } from 'node:fs/promises';
import path from 'node:path';
import type { Episode } from '../ingest/episode.ts';
import { namedByFile, namesWithOwnNumber } from '../ingest/file-name.ts';
import { eachTranscript, readTranscript } from '../ingest/read-transcripts.ts';
import type { OnSkipped } from '../ingest/read-transcripts.ts';
import { UserError } from '../ingest/user-error.ts';
import type { Config } from './config.ts';
import { NumberedShelf } from './numbered-shelf.ts';
import { withStore } from './open-store.ts';
import { describeShelf } from './shelf-content.ts';
import { conflictOf, isOldSelf, isShelved, originOf, shownOrigin } from './old-self.ts';
import type { Origins } from './old-self.ts';
import { findShelfFiles, writeLedger } from './shelf-files.ts';
import type { ShelfFiles } from './shelf-files.ts';

/** What adding or removing does to one episode. */
export interface ShelfChange {
  change: 'added' | 'replaced' | 'unchanged' | 'removed';
  number: number;
  title: string;
  /** Where the number that its file's name tells is another's: that number, and whose it is. */
  instead?: NumberTaken;
}

/** A number in the name of a file that another episode has. */
export interface NumberTaken {
  number: number;
  /** Folder and name of the other's file; null where it has been taken off the shelf since. */
  by: string | null;
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
  /** Told of each transcript that is read, with the numbers that its episodes have on the shelf. */
  onRead?: (read: { file: string; episodes: Episode[]; instead: NumberTaken | undefined }) => void;
  /** Told of transcripts with a number that another episode has, which are left out; without it the first is thrown. */
  onConflict?: (conflict: UserError) => void;
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
  { dryRun = false, onSkipped, onRead, onConflict }: AddOptions = {},
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
      const { origins } = files.ledger;
      const conflict = conflictOf({ number, file, title: before, isNew }, { file: from, title }, origins);
      if (conflict) return conflict;
    }
    return null;
  };
  for await (const { file: from, episodes: stated } of eachTranscript(paths, onSkipped)) {
    const { episodes, base, conflict } = await numbered(from, stated, {
      shelved,
      origins: files.ledger.origins,
      conflictWith,
    });
    const instead = takenFrom(stated, episodes, shelved, files.ledger.origins);
    if (await isShelved(from, episodes, shelved)) {
      onRead?.({ file: from, episodes, instead });
      changes.push(
        ...episodes.map(({ number, title }) => ({ change: 'unchanged' as const, number, title, instead })),
      );
      continue;
    }
    if (conflict && onConflict) {
      onConflict(conflict);
      continue;
    }
    if (conflict) throw conflict;
    onRead?.({ file: from, episodes, instead });
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
      changes.push({ change: shelved.has(number) ? 'replaced' : 'added', number, title, instead });
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
    origins: {
      ...ledger.origins,
      ...Object.fromEntries(copies.map(({ from, name }) => [name, originOf(from)])),
    },
  });
}

/**
 * The episodes of a file, and the name to keep it under: those of the same content on the shelf, else those of its old
 * self. Where the number in its name is another's, it is read under a name that gives it one of its own.
 */
async function numbered(
  from: string,
  stated: Episode[],
  {
    shelved,
    origins,
    conflictWith,
  }: {
    shelved: ReadonlyMap<number, string>;
    origins: Origins;
    conflictWith: (from: string, episodes: readonly Episode[]) => Promise<UserError | null>;
  },
): Promise<{ episodes: Episode[]; base: string; conflict: UserError | null }> {
  const asNamed = { episodes: stated, base: path.basename(from) };
  if (await isShelved(from, stated, shelved)) return { ...asNamed, conflict: null };
  const names = namesWithOwnNumber(from);
  const known = names.filter((name) => path.basename(shelved.get(namedByFile(name).number) ?? '') === name);
  const own = await Promise.all(
    known.map(async (base) => ({ base, episodes: await readTranscript(from, base) })),
  );
  for (const each of own) {
    if (await isShelved(from, each.episodes, shelved)) return { ...each, conflict: null };
  }
  const before = own.find(({ base }) => isOldSelf(base, from, origins));
  if (before) return { ...before, conflict: null };
  const conflict = await conflictWith(from, stated);
  if (!conflict) return { ...asNamed, conflict };
  const taken = new Set(stated.map(({ number }) => number));
  for (const base of names) {
    const episodes = await readTranscript(from, base);
    const hasOwn = !episodes.some(({ number }) => taken.has(number));
    if (hasOwn && !known.includes(base) && !(await conflictWith(base, episodes))) {
      return { episodes, base, conflict: null };
    }
  }
  return { ...asNamed, conflict };
}

/** Whose the number is that a file's name tells, where its episode has another. */
function takenFrom(
  stated: readonly Episode[],
  episodes: readonly Episode[],
  shelved: ReadonlyMap<number, string>,
  origins: Origins,
): NumberTaken | undefined {
  const [first] = stated.filter(({ number }, i) => number !== episodes[i]?.number);
  if (!first) return undefined;
  const file = shelved.get(first.number);
  const by = file === undefined ? null : shownOrigin(origins[path.basename(file)] ?? file);
  return { number: first.number, by };
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
  const isThere = episodes.some(({ number }) => path.basename(shelved.get(number) ?? '') === base);
  if (isThere || !taken.has(base)) return base;
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
