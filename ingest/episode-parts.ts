import { speechStart, timeBefore } from './speech-start.ts';
import type { Draft, DraftLine, Span } from './transcript-format.ts';

/** A line of a draft as it is being understood: each step of the parser fills in more. */
export interface ReadLine {
  kind: DraftLine['kind'];
  blankBefore: number;
  blankAfter: number;
  /** The whole line. */
  span: Span;
  /** Who speaks, as printed; a candidate until `isLabel` says that it is one. */
  label: (Span & { name: string }) | null;
  isLabel: boolean;
  /** Whether only the name of the label is left, glued to the first word. */
  lacksColon: boolean;
  time: { seconds: number; span: Span | null } | null;
  /** Where the words begin that are left when label and time are taken off. */
  words: number;
}

/** The lines of one episode; those before its title, or before its first words, are front matter. */
export interface EpisodePart {
  /** The title's own words, without `Episode 69:`. */
  title: (Span & { text: string }) | null;
  number: number | null;
  lines: ReadLine[];
}

const titlePattern =
  /^(?:episode|ep\.?|folge|épisode|episodio|aflevering)\s*#?(\d{1,6})\s*[:.–—-]\s*(\S.*)$/iu;
const longestTitle = 250;

/** Cuts a draft at its titles; lines before the first title are a part without one. */
export function episodeParts(draft: Draft): EpisodePart[] {
  const parts: EpisodePart[] = [];
  draft.lines.forEach((line, at) => {
    const read = readLine(draft, line, draft.lines[at + 1]);
    const title = titleOf(
      draft,
      line,
      parts.some((part) => part.title !== null),
    );
    const part = parts.at(-1);
    if (title) parts.push({ ...title, lines: [{ ...read, kind: 'title', label: null, time: null }] });
    else if (part) part.lines.push(read);
    else parts.push({ title: null, number: null, lines: [read] });
  });
  return parts;
}

function readLine(draft: Draft, line: DraftLine, next: DraftLine | undefined): ReadLine {
  const { start, end, kind, blankBefore } = line;
  const read: ReadLine = {
    // What calls itself a title further down is no more than a heading; `episodeParts` puts a real one right.
    kind: kind === 'title' ? 'heading' : kind,
    blankBefore,
    blankAfter: next?.blankBefore ?? 1,
    span: { start, end },
    label: line.label,
    isLabel: line.label !== null,
    lacksColon: line.label?.lacksColon ?? false,
    time: line.time,
    words: Math.max(start, line.label?.end ?? start, line.time?.span?.end ?? start),
  };
  if (kind === 'unknown' || kind === 'speech') {
    const rest = { start: read.words, end };
    const found =
      line.label === null && draft.labelsInText
        ? speechStart(draft.text, rest)
        : timeBefore(draft.text, rest);
    read.label ??= found.label;
    read.time ??= found.time;
    read.words = found.words;
  }
  while (read.words < end && /\s/u.test(draft.text.charAt(read.words))) read.words++;
  return read;
}

function titleOf(draft: Draft, line: DraftLine, isLater: boolean): Omit<EpisodePart, 'lines'> | null {
  const stated = line.kind === 'title';
  if (!stated && (line.kind !== 'unknown' || line.label || line.end - line.start > longestTitle)) return null;
  const text = draft.text.slice(line.start, line.end);
  const found = titlePattern.exec(text);
  if (!found) {
    // Only a first title may be without a number: a later one is no more than a heading.
    return stated && !isLater ? { title: { ...span(line), text }, number: null } : null;
  }
  const [, number, words = ''] = found;
  return { title: { ...span(line), text: words }, number: Number(number) };
}

function span({ start, end }: Span): Span {
  return { start, end };
}
