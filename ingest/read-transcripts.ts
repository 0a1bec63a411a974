import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { assembleEpisode } from './assemble-episode.ts';
import { decodeText } from './decode-text.ts';
import type { Episode } from './episode.ts';
import { interviewText } from './interview-text.ts';
import { castsOf } from './people.ts';
import type { TranscriptFormat } from './transcript-format.ts';
import { UserError } from './user-error.ts';

const formats: readonly TranscriptFormat[] = [interviewText];

/** Larger files are refused: a transcript of many hours has well under a megabyte. */
const maximumBytes = 50 * 1024 * 1024;

/**
 * Reads transcripts from files and folders (their files of known endings, not those of subfolders), ascending by
 * episode number. Throws `UserError` ('bad-transcript') naming a file that cannot be read, is empty or too large, is no
 * transcript, or brings an episode number that another file has.
 */
export async function readTranscripts(paths: readonly string[]): Promise<Episode[]> {
  const byNumber = new Map<number, Episode>();
  for (const file of await transcriptFiles(paths)) {
    for (const episode of await readTranscript(file)) {
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

/** Reads one file; throws as `readTranscripts` does. */
export async function readTranscript(file: string): Promise<Episode[]> {
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
  return parseTranscript(decodeText(bytes), file);
}

/** Parses the text of a file; throws as `readTranscripts` does. */
export function parseTranscript(text: string, file: string): Episode[] {
  if (text.trim() === '') {
    throw new UserError('bad-transcript', `${file} is empty: put a transcript into it, or remove it.`);
  }
  const format = formats.find((each) => each.detects(text));
  const source = format?.read(text);
  const episodes = source ? assembleAll(source, file) : [];
  if (episodes.length === 0 || episodes.every(({ paragraphs }) => paragraphs.length === 0)) {
    throw new UserError(
      'bad-transcript',
      `${file} is no transcript that can be read: no line begins with a speaker's name and a colon (“Mike: Hello”). ` +
        'See the README for the formats.',
    );
  }
  return episodes;
}

function assembleAll(source: ReturnType<TranscriptFormat['read']>, file: string): Episode[] {
  const casts = castsOf(source);
  return source.episodes.map((episode, i) =>
    assembleEpisode(episode, casts[i] ?? { host: null, guests: [] }, path.basename(file), i + 1),
  );
}

/** The files that `readTranscripts` reads, in its order. Throws `UserError` ('bad-transcript') naming a path that is not there. */
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
    .filter((entry) => entry.isFile() && entry.name.endsWith('.txt'))
    .map((entry) => path.join(location, entry.name))
    .sort();
}
