import type { Cast } from './cast.ts';
import type { NamedByFile } from './file-name.ts';
import { companyOf } from './company.ts';
import type { Correction, Episode, Paragraph, Section, Turn } from './episode.ts';
import type { EpisodePart, ReadLine } from './episode-parts.ts';
import { questionIn } from './question-in.ts';
import { slugOf, Slugs } from './slug.ts';
import { speakerOf } from './speaker.ts';
import type { Attributed } from './speaker.ts';
import type { Draft } from './transcript-format.ts';

/** A heading that was lost leaves at least this many empty lines before the host's question, and more than usual. */
const lostHeadingGap = 2;

interface Spoken extends Attributed {
  text: string;
  start: number;
  end: number;
  seconds: number | null;
  blankBefore: number;
}

/** Makes an episode of a part whose lines are understood; null where nothing is said in it. */
export function assembleEpisode(
  draft: Draft,
  part: EpisodePart,
  cast: Cast,
  { file, named }: { file: string; named: NamedByFile },
): Episode | null {
  const { metadata } = draft;
  const [first] = part.lines;
  const last = part.lines.at(-1);
  if (!first || !last) return null;
  const start = first.span.start;
  const number = part.number ?? metadata.number ?? named.number;
  const builder = new EpisodeBuilder(number, usualGap(part.lines));
  for (const piece of spoken(draft, part, cast)) {
    if (typeof piece === 'string') builder.head(piece);
    else builder.add(piece, start);
  }
  if (builder.paragraphs.length === 0) return null;
  const isInterview = part.lines.some(({ isLabel }) => isLabel);
  const title = metadata.title ?? part.title?.text ?? named.title;
  const introduction = builder.paragraphs
    .slice(0, 4)
    .map(({ text }) => text)
    .join(' ');
  const headings = builder.sections.map((section) => section.title);
  return {
    number,
    slug: slugOf(title),
    title,
    kind: isInterview ? 'interview' : 'description',
    host: isInterview ? cast.host : null,
    ...(isInterview && cast.cohosts.length > 0 ? { cohosts: cast.cohosts } : {}),
    guests: cast.guests,
    company: metadata.company ?? companyOf({ title, introduction, headings, guests: cast.guests }),
    date: metadata.date ?? null,
    recording: metadata.recording ?? null,
    words: builder.words,
    text: draft.text.slice(start, last.span.end),
    source: { file, start, end: last.span.end },
    sections: builder.sections,
    turns: builder.turns,
    paragraphs: builder.paragraphs,
    corrections: builder.corrections,
  };
}

/** Headings (as text) and paragraphs with their speakers, in order. */
function spoken(draft: Draft, { lines }: EpisodePart, cast: Cast): (string | Spoken)[] {
  const pieces: (string | Spoken)[] = [];
  const following = speakersAfter(lines, cast);
  const isInterview = lines.some(({ isLabel }) => isLabel);
  let label: ReadLine['label'] = null;
  let lacksColon = false;
  let seconds: number | null = null;
  let blankBefore = 0;
  let previous: (Spoken & { inSection: boolean }) | null = null;
  let guestHeard = false;
  lines.forEach((line, at) => {
    if (line.kind === 'heading') {
      pieces.push(draft.text.slice(line.words, line.span.end));
      if (previous) previous = { ...previous, inSection: false };
    }
    if (line.kind !== 'speech') return;
    if (line.isLabel) {
      ({ label, lacksColon } = line);
      ({ blankBefore } = line);
    } else if (!label) ({ blankBefore } = line);
    if (line.time) ({ seconds } = line.time);
    // A name or a time may stand on a line of its own before the words.
    if (line.words >= line.span.end) return;
    const text = draft.text.slice(line.words, line.span.end);
    const found = speakerOf(
      {
        ...{ text, previous, guestHeard, isInterview, next: following[at] ?? null },
        label: label && { ...label, lacksColon },
        continuationIsCertain: draft.continuationIsCertain,
      },
      cast,
    );
    const piece: Spoken = { ...found, text, start: line.words, end: line.span.end, seconds, blankBefore };
    pieces.push(piece);
    previous = { ...piece, inSection: true };
    guestHeard ||= piece.role === 'guest' && piece.speaker !== null;
    label = null;
    seconds = null;
  });
  return pieces;
}

/** The speaker of the next label after each line, where no heading stands before it. */
function speakersAfter(lines: readonly ReadLine[], cast: Cast): (string | null)[] {
  let speaker: string | null = null;
  const after: (string | null)[] = [];
  for (let at = lines.length - 1; at >= 0; at--) {
    after[at] = speaker;
    const line = lines[at];
    if (line?.kind === 'heading') speaker = null;
    else if (line?.label && line.isLabel) speaker = cast.identify(line.label.name).speaker;
  }
  return after;
}

/** Empty lines that most labelled lines have before them. */
function usualGap(lines: readonly ReadLine[]): number {
  const counts = new Map<number, number>();
  for (const { isLabel, blankBefore } of lines) {
    if (isLabel) counts.set(blankBefore, (counts.get(blankBefore) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most?.[0] ?? 1;
}

class EpisodeBuilder {
  readonly sections: Section[] = [];
  readonly turns: Turn[] = [];
  readonly paragraphs: Paragraph[] = [];
  readonly corrections: Correction[] = [];
  words = 0;
  private readonly slugs = new Slugs();
  private heading: string | null = null;
  private inSection = 0;
  private exchange = -1;

  constructor(
    private readonly number: number,
    private readonly usualGap: number,
  ) {}

  /** A heading; the section begins with the next paragraph. Of two in a row the second names it. */
  head(title: string): void {
    this.heading = title;
  }

  add(spoken: Spoken, origin: number): void {
    const opensSection = this.openSection(spoken);
    const last = this.turns.at(-1);
    const sameTurn =
      last && !opensSection && last.speaker === spoken.speaker && last.attribution === spoken.attribution;
    if (!sameTurn) this.openTurn(spoken, opensSection);
    this.inSection++;
    const { text, label, speaker, attribution, reason, seconds } = spoken;
    const anchor = `${this.number}#${this.sections.at(-1)?.slug ?? ''}-${this.inSection}`;
    this.paragraphs.push({
      ...{ anchor, text, seconds, turn: this.turns.length - 1, wordsBefore: this.words },
      ...{ start: spoken.start - origin, end: spoken.end - origin },
    });
    this.words += text.split(/\s+/u).length;
    if (attribution !== 'labelled' && reason !== null) {
      this.corrections.push({ anchor, attribution, label, speaker, reason });
    }
  }

  private openSection({ blankBefore, text, role, speaker }: Spoken): boolean {
    const lostHeading =
      blankBefore >= lostHeadingGap && blankBefore > this.usualGap && role === 'host' && text.includes('?');
    const isFirst = this.sections.length === 0;
    const { heading } = this;
    if (heading === null && !isFirst && !lostHeading) return false;
    const untitled = isFirst ? (speaker === null ? 'Description' : 'Introduction') : questionIn(text);
    const title = heading ?? untitled;
    this.sections.push({ slug: this.slugs.next(title), title, titled: heading !== null });
    this.heading = null;
    this.inSection = 0;
    return true;
  }

  private openTurn({ speaker, role, label, attribution }: Spoken, opensSection: boolean): void {
    const last = this.turns.at(-1);
    if (!last || opensSection || (role === 'host' && last.role === 'guest')) this.exchange++;
    const section = this.sections.length - 1;
    this.turns.push({ section, exchange: this.exchange, speaker, role, label, attribution });
  }
}
