import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { decodeText } from './decode-text.ts';
import type { Episode } from './episode.ts';
import { namedByFile } from './file-name.ts';
import { parseDraft } from './parse-draft.ts';
import type { ParsedDraft } from './parse-draft.ts';
import { readDraft } from './read-draft.ts';
import { UserError } from './user-error.ts';

/** Told why a file of a folder is left out. */
export type OnSkipped = (reason: UserError) => void;

/** Larger files are refused: a transcript of many hours has well under a megabyte. */
const maximumBytes = 50 * 1024 * 1024;

/**
 * Reads transcripts from files and folders (their files of known endings, not those of subfolders), ascending by
 * episode number. Throws `UserError` ('bad-transcript') naming a file that cannot be read, is empty or too large, is no
 * transcript, or brings an episode number that another file has. With `onSkipped` files of a folder that cannot be read
 * are left out.
 */
export async function readTranscripts(paths: readonly string[], onSkipped?: OnSkipped): Promise<Episode[]> {
  const byNumber = new Map<number, Episode>();
  for await (const { file, episodes } of eachTranscript(paths, onSkipped)) {
    for (const episode of episodes) {
      const other = byNumber.get(episode.number);
      if (other) {
        throw new UserError(
          'bad-transcript',
          `Episode ${episode.number} stands in both ${other.source.file} and ${file}. Remove one of them, or change its number.`,
        );
      }
      byNumber.set(episode.number, episode);
    }
  }
  return [...byNumber.values()].sort((a, b) => a.number - b.number);
}

/**
 * Each file with its episodes, in order; throws as `readTranscripts` does. A file that was named itself must be a
 * transcript, but a folder may hold others.
 */
export async function* eachTranscript(
  paths: readonly string[],
  onSkipped?: OnSkipped,
): AsyncGenerator<{ file: string; episodes: Episode[] }> {
  for (const location of paths) {
    for (const file of await filesAt(location)) {
      const read = await readTranscript(file).catch((error: unknown) => {
        if (!onSkipped || file === location || !(error instanceof UserError)) throw error;
        return error;
      });
      if (read instanceof UserError) onSkipped?.(read);
      else yield { file, episodes: read };
    }
  }
}

/** Reads one file, under another name where one is given; throws as `readTranscripts` does. */
export async function readTranscript(file: string, name = file): Promise<Episode[]> {
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw new UserError('bad-transcript', `Cannot read ${file}: check the path and its permissions.`, {
      cause,
    });
  });
  if (bytes.byteLength > maximumBytes) {
    throw new UserError(
      'bad-transcript',
      `${file} is larger than ${maximumBytes / 1024 / 1024} MB: split it into episodes.`,
    );
  }
  return (await parseTranscript(bytes, name)).episodes;
}

/** Reads the content of a file; throws as `readTranscripts` does. */
export async function parseTranscript(bytes: Uint8Array, file: string): Promise<ParsedDraft> {
  const source = { file, bytes, text: decodeText(bytes) };
  if (source.text?.trim() === '') {
    throw new UserError('bad-transcript', `${file} is empty: put a transcript into it, or remove it.`);
  }
  const draft = await readDraft(source);
  const parsed = parseDraft(draft, path.basename(file), namedByFile(file));
  if (!parsed.episodes.some(isInterview)) {
    throw new UserError(
      'bad-transcript',
      `${file} is no transcript that can be read: no line begins with a speaker's name and a colon (“Mike: Hello”). ` +
        'See the README for the formats.',
    );
  }
  return parsed;
}

function isInterview({ kind }: Episode): boolean {
  return kind === 'interview';
}

/** The files at these places, in order. Throws `UserError` ('bad-transcript') naming a path that is not there. */
export async function transcriptFiles(paths: readonly string[]): Promise<string[]> {
  return (await Promise.all(paths.map(filesAt))).flat();
}

async function filesAt(location: string): Promise<string[]> {
  const found = await stat(location).catch((cause: unknown) => {
    throw new UserError('bad-transcript', `There is no file or folder ${location}: check the path.`, {
      cause,
    });
  });
  if (!found.isDirectory()) return [location];
  const entries = await readdir(location, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && isTranscript(entry.name))
    .map((entry) => path.join(location, entry.name))
    .sort();
}

const transcriptEnding = /\.(?:txt|md|markdown|vtt|srt|json|html?|docx|pdf)$/iu;
/** Hidden files, and what people write about a folder beside its transcripts. */
const noTranscript = /^(?:[.~]|(?:readme|license|notice|contributing)\b)/iu;

function isTranscript(name: string): boolean {
  return transcriptEnding.test(name) && !noTranscript.test(name);
}
