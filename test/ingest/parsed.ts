import { decodeText } from '../../ingest/decode-text.ts';
import { passagesOf } from '../../ingest/passages.ts';
import type { Block, ParsedDraft } from '../../ingest/parse-draft.ts';
import type { Episode } from '../../ingest/episode.ts';
import { readDraft } from '../../ingest/read-draft.ts';
import { parseTranscript } from '../../ingest/read-transcripts.ts';
import type { Draft } from '../../ingest/transcript-format.ts';

/** Reads a text as if it stood in a file. */
export async function parsed(text: string, file = 'sample.txt'): Promise<ParsedDraft> {
  return parseTranscript(Buffer.from(text), file);
}

/** The one episode of a text. */
export async function episodeIn(text: string, file?: string): Promise<Episode> {
  return episodeOf(Buffer.from(text), file);
}

/** The one episode of a file's bytes. */
export async function episodeOf(bytes: Uint8Array, file = 'sample'): Promise<Episode> {
  const { episodes } = await parseTranscript(bytes, file);
  const [episode, ...others] = episodes;
  if (!episode || others.length > 0) throw new Error(`${episodes.length} episodes instead of one`);
  return episode;
}

/** What the format of a file makes of its bytes. */
export async function draftOf(bytes: Uint8Array): Promise<Draft> {
  return readDraft({ file: 'sample', bytes, text: decodeText(bytes) });
}

/** Who says what, for reading in a test: `Ada Able (host): words`; headings as `# Heading`. */
export function script(episode: Episode): string[] {
  const lines: string[] = [];
  let section = -1;
  for (const { turn: at, text } of episode.paragraphs) {
    const turn = episode.turns[at];
    if (!turn) throw new Error('a paragraph without a turn');
    if (turn.section !== section) lines.push(`# ${episode.sections[turn.section]?.title ?? ''}`);
    ({ section } = turn);
    lines.push(`${turn.speaker ?? 'nobody'} (${turn.role}): ${text}`);
  }
  return lines;
}

/** What is wrong with blocks that should hold each character but white space once, in order; empty where nothing is. */
export function faultsOfBlocks(text: string, blocks: readonly Block[]): string[] {
  const faults: string[] = [];
  let at = 0;
  for (const { start, end, kind } of blocks) {
    if (start < at || end <= start) faults.push(`${kind} at ${start} to ${end} after ${at}`);
    if (text.slice(at, start).trim() !== '') faults.push(`lost at ${at}: ${text.slice(at, start)}`);
    at = Math.max(at, end);
  }
  if (text.slice(at).trim() !== '') faults.push(`lost at the end: ${text.slice(at)}`);
  return faults;
}

/** What is wrong with an episode: anchors, slices, positions, passages. Empty where nothing is. */
export async function faultsOfEpisode(episode: Episode): Promise<string[]> {
  const faults: string[] = [];
  const anchors = new Set<string>();
  let words = 0;
  let previousEnd = 0;
  for (const { anchor, text, start, end, turn: at, wordsBefore } of episode.paragraphs) {
    const turn = episode.turns[at];
    const section = turn && episode.sections[turn.section];
    if (!section || !anchor.startsWith(`${episode.number}#${section.slug}-`))
      faults.push(`${anchor} is not in its section`);
    if (anchors.has(anchor)) faults.push(`${anchor} twice`);
    anchors.add(anchor);
    if (episode.text.slice(start, end) !== text || text === '' || text.trim() !== text)
      faults.push(`${anchor} is no slice`);
    if (start < previousEnd) faults.push(`${anchor} overlaps`);
    if (wordsBefore !== words) faults.push(`${anchor} after ${wordsBefore} words instead of ${words}`);
    words += text.split(/\s+/u).length;
    previousEnd = end;
  }
  if (episode.words !== words) faults.push(`${episode.words} words instead of ${words}`);
  for (const { anchor } of episode.corrections)
    if (!anchors.has(anchor)) faults.push(`${anchor} is corrected but not there`);
  const passages = await passagesOf(episode, new Map());
  const covered = passages.flatMap(({ spans }) => spans.map(({ anchor }) => anchor));
  if ([...new Set(covered)].join() !== [...anchors].join())
    faults.push('the passages do not hold the paragraphs in order');
  for (const { text, start, end, position } of passages) {
    if (episode.text.slice(start, end) !== text) faults.push(`passage ${position} is no slice`);
  }
  return faults;
}
