import { copyFile, mkdir, rename } from 'node:fs/promises';
import path from 'node:path';
import { describeFile } from '../index/manifest.ts';
import type { Episode } from '../ingest/episode.ts';
import { readTranscript, transcriptFiles } from '../ingest/read-transcripts.ts';
import { UserError } from '../ingest/user-error.ts';
import { readShelvedEpisodes } from './read-shelf.ts';
import type { ShelvedEpisode } from './read-shelf.ts';
import { findShelfFiles, writeLedger } from './shelf-files.ts';
import type { ShelfLocation } from './shelf-files.ts';

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

/**
 * Adds files, and the files of folders, to a shelf by copying them. A changed transcript takes the place of its old
 * self, one that is there already changes nothing, and a removed one comes back. Throws `UserError` ('bad-transcript'),
 * before anything is written, where a file is no transcript or brings a number that another episode has.
 */
export async function addTranscripts(
  shelf: ShelfLocation,
  paths: readonly string[],
  { dryRun = false }: { dryRun?: boolean } = {},
): Promise<ShelfChange[]> {
  const files = await findShelfFiles(shelf);
  const shelved = await readShelvedEpisodes(files);
  const names = new Set(files.added.map((file) => path.basename(file)));
  const changes: ShelfChange[] = [];
  const copies: Copy[] = [];
  for (const from of await transcriptFiles(paths)) {
    const episodes = await readTranscript(from);
    if (await isShelved(from, episodes, shelved)) {
      changes.push(...episodes.map(({ number, title }) => ({ change: 'unchanged' as const, number, title })));
      continue;
    }
    for (const episode of episodes) assertSameEpisode(shelved.get(episode.number), episode, from);
    const name = nameFor(from, episodes, shelved, names);
    names.add(name);
    copies.push({ from, name });
    const to = path.join(shelf.addedFolder, name);
    changes.push(...place(to, from, episodes, shelved));
  }
  if (dryRun || copies.length === 0) return changes;

  await mkdir(shelf.addedFolder, { recursive: true });
  for (const copy of copies) await copyWhole(copy, shelf.addedFolder);
  const newNames = copies.map(({ name }) => name);
  const back = new Set(changes.map(({ number }) => number));
  await writeLedger(shelf.addedFolder, {
    added: [...files.ledger.added.filter((name) => !newNames.includes(name)), ...newNames],
    removed: files.ledger.removed.filter((number) => !back.has(number)),
  });
  return changes;
}

/**
 * Takes an episode off a shelf; its file stays, so that adding it again brings it back. Throws `UserError`
 * ('not-found') where the shelf has no such episode.
 */
export async function removeEpisode(
  shelf: ShelfLocation,
  number: number,
  { dryRun = false }: { dryRun?: boolean } = {},
): Promise<ShelfChange> {
  const files = await findShelfFiles(shelf);
  const shelved = await readShelvedEpisodes(files);
  const found = shelved.get(number);
  if (!found) {
    const numbers = [...shelved.keys()].sort((a, b) => a - b).join(', ');
    throw new UserError('not-found', `There is no episode ${number} on the shelf. It has ${numbers}.`);
  }
  if (!dryRun) {
    await writeLedger(shelf.addedFolder, {
      ...files.ledger,
      removed: [...files.ledger.removed, number].sort((a, b) => a - b),
    });
  }
  return { change: 'removed', number, title: found.episode.title };
}

/** Whether all that a file holds is on the shelf, from a file of the very same content. */
async function isShelved(
  file: string,
  episodes: readonly Episode[],
  shelved: ReadonlyMap<number, ShelvedEpisode>,
): Promise<boolean> {
  const sources = new Set(episodes.map(({ number }) => shelved.get(number)?.file));
  const { sha256 } = await describeFile(file);
  for (const source of sources) {
    if (source === undefined || (await describeFile(source)).sha256 !== sha256) return false;
  }
  return true;
}

/** A number alone does not make it the same episode: nothing may silently take the place of something else. */
function assertSameEpisode(
  before: ShelvedEpisode | undefined,
  { number, title }: Episode,
  from: string,
): void {
  if (!before) return;
  const sameFile = path.basename(before.file) === path.basename(from);
  if (sameFile || comparable(before.episode.title) === comparable(title)) return;
  throw new UserError(
    'bad-transcript',
    `${from} brings “${title}” as episode ${number}, which is “${before.episode.title}” from ${path.basename(before.file)} on the shelf. ` +
      `Change its number, or run \`npm run ingest -- --remove ${number}\` first.`,
  );
}

function comparable(title: string): string {
  return title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The name of its old self, or one that no other transcript has. */
function nameFor(
  from: string,
  episodes: readonly Episode[],
  shelved: ReadonlyMap<number, ShelvedEpisode>,
  taken: ReadonlySet<string>,
): string {
  const { name: stem, ext, base } = path.parse(from);
  const isOldSelf = episodes.some(({ number }) => path.basename(shelved.get(number)?.file ?? '') === base);
  if (isOldSelf || !taken.has(base)) return base;
  for (let i = 2; ; i++) {
    const name = `${stem}-${i}${ext}`;
    if (!taken.has(name)) return name;
  }
}

/** Puts episodes on the shelf in memory, from the file that will hold them, and tells what that changes. */
function place(
  to: string,
  from: string,
  episodes: readonly Episode[],
  shelved: Map<number, ShelvedEpisode>,
): ShelfChange[] {
  const numbers = new Set(episodes.map(({ number }) => number));
  const gone = [...shelved].filter(([number, { file }]) => file === to && !numbers.has(number));
  for (const [number] of gone) shelved.delete(number);
  return [
    ...gone.map(([number, { episode }]) => ({ change: 'removed' as const, number, title: episode.title })),
    ...episodes.map((episode) => {
      const { number, title } = episode;
      const change: ShelfChange['change'] = shelved.has(number) ? 'replaced' : 'added';
      shelved.set(number, { episode, file: from });
      return { change, number, title };
    }),
  ];
}

/** A reader sees the old file or the new one, never a part. */
async function copyWhole({ from, name }: Copy, folder: string): Promise<void> {
  const temporary = path.join(folder, `.${name}.next`);
  await copyFile(from, temporary);
  await rename(temporary, path.join(folder, name));
}
