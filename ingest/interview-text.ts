import { editDistance } from './edit-distance.ts';
import { isNameLike } from './names.ts';
import { textLines } from './text-lines.ts';
import type { TextLine } from './text-lines.ts';
import type { Block, SourceEpisode, SourceTranscript, TranscriptFormat } from './transcript-format.ts';

const titlePattern = /^Episode\s+(\d{1,6})\s*[:.–—-]\s*(\S.*)$/i;
const labelPattern = /^([^:]{1,60}):(?!\/\/)/;

/** A heading is shorter than this, and does not end as a sentence of speech does. */
const longestHeading = 100;
const endsLikeSpeech = /[.,;:…!"”’)\]]$/u;

/**
 * Interviews as typed for a web site: `Episode 69: …` opens an episode, `Name:` a turn, short lines between turns are
 * headings. What is a label is told by statistics, since colons and short lines stand everywhere.
 */
export const interviewText: TranscriptFormat = {
  name: 'interview text',
  detects: (text) => {
    const lines = textLines(text);
    return lines.some((line) => titlePattern.test(line.text)) || commonLabels(lines).size > 0;
  },
  read(text): SourceTranscript {
    const lines = textLines(text);
    const labels = commonLabels(lines);
    const openings = lines.flatMap((line, at) => (titlePattern.test(line.text) ? [at] : []));
    if (openings.length === 0) openings.push(0);
    const first = lines[openings[0] ?? 0];
    const before = lines.slice(0, openings[0]);
    const episodes = openings.map((from, i) => readEpisode(text, lines.slice(from, openings[i + 1]), labels));
    const [top] = before;
    return {
      frontMatter: top && first ? { start: top.start, end: before.at(-1)?.end ?? top.end } : null,
      episodes,
    };
  },
};

/** Names that stand before a colon at the start of at least two lines of the file. */
function commonLabels(lines: readonly TextLine[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { text } of lines) {
    const name = labelPattern.exec(text)?.[1]?.trim();
    if (name !== undefined && isNameLike(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return new Set([...counts].flatMap(([name, count]) => (count >= 2 ? [name] : [])));
}

function readEpisode(text: string, lines: readonly TextLine[], labels: ReadonlySet<string>): SourceEpisode {
  const start = lines[0]?.start ?? 0;
  const end = lines.at(-1)?.end ?? 0;
  const title = titlePattern.exec(lines[0]?.text ?? '');
  const body = title ? lines.slice(1) : lines;
  const reader = new EpisodeReader(labelsHere(body, labels, title?.[2] ?? ''), start);
  if (title && lines[0]) reader.add('title', lines[0]);
  body.forEach((line, at) => {
    reader.read(line, body[at + 1]);
  });
  return {
    start,
    end,
    text: text.slice(start, end),
    blocks: reader.blocks,
    ...(title ? { number: Number(title[1]), title: title[2]?.trim() } : {}),
  };
}

/** The labels of one episode: the file's common ones, and rarer ones that are a fuller or a misspelt form of them. */
function labelsHere(
  lines: readonly TextLine[],
  common: ReadonlySet<string>,
  title: string,
): ReadonlySet<string> {
  const here = new Set<string>();
  const rare: string[] = [];
  for (const { text } of lines) {
    const name = labelPattern.exec(text)?.[1]?.trim();
    if (name === undefined || !isNameLike(name)) continue;
    if (common.has(name)) here.add(name);
    else rare.push(name);
  }
  const known = new Set([...here].flatMap((name) => name.split(' ')));
  for (const name of rare) {
    const [first = ''] = name.split(' ');
    const isNear = [...known].some((word) => editDistance(word, first) <= (first.length > 4 ? 1 : 0));
    if (known.has(first) || isNear || title.includes(name)) here.add(name);
  }
  return here;
}

class EpisodeReader {
  readonly blocks: Block[] = [];
  private hasSpeech = false;

  constructor(
    private readonly labels: ReadonlySet<string>,
    private readonly origin: number,
  ) {}

  add(
    kind: Block['kind'],
    { start, end, gapBefore }: Omit<TextLine, 'text' | 'gapAfter'>,
    extra: Partial<Block> = {},
  ): void {
    this.blocks.push({ kind, start: start - this.origin, end: end - this.origin, gap: gapBefore, ...extra });
  }

  read(line: TextLine, next: TextLine | undefined): void {
    const label = this.labelOf(line);
    if (label) {
      const { length, marked } = label;
      this.add('label', { ...line, end: line.start + length }, { marked });
      const spoken = line.text.slice(length).trimStart();
      if (spoken !== '') this.add('paragraph', { ...line, start: line.end - spoken.length, gapBefore: 0 });
      this.hasSpeech = true;
      return;
    }
    if (this.isHeading(line, next)) {
      this.add('heading', line);
    } else if (!this.hasSpeech && line.text.endsWith(':') && line.text.length < longestHeading) {
      // Before anybody has spoken, a caption is a leftover of the page around the transcript.
      this.add('front-matter', line);
    } else {
      this.hasSpeech = true;
      this.add('paragraph', line);
    }
  }

  private labelOf({ text }: TextLine): { length: number; marked: boolean } | null {
    const marked = labelPattern.exec(text);
    const name = marked?.[1]?.trim() ?? '';
    if (marked && this.labels.has(name)) return { length: marked[0].length, marked: true };
    // Somebody has to open the episode, however rarely the name stands there.
    if (marked && !this.hasSpeech && isNameLike(name) && text.length > longestHeading) {
      return { length: marked[0].length, marked: true };
    }
    for (const each of this.labels) {
      // A lost colon leaves the name glued to the first word.
      if (text.startsWith(each) && /^\p{Lu}\p{Ll}/u.test(text.slice(each.length))) {
        return { length: each.length, marked: false };
      }
    }
    return null;
  }

  private isHeading(line: TextLine, next: TextLine | undefined): boolean {
    const { text, gapBefore, gapAfter } = line;
    if (!next || text.length > longestHeading || gapBefore === 0 || gapAfter === 0) return false;
    if (endsLikeSpeech.test(text)) return false;
    if (this.labelOf(next)) return true;
    // Once in a while the label after a heading was lost; then the first word calls somebody by name.
    const called = /^([\p{L}'’-]+),/u.exec(next.text)?.[1];
    return called !== undefined && [...this.labels].some((each) => each.split(' ')[0] === called);
  }
}
