import type { TranscriptFormat } from '../transcript-format.ts';
import { renderInline } from './markdown-inline.ts';
import { plainLabelOf, plainLabels } from './plain-labels.ts';
import { draftOfRichLines } from './rich-lines.ts';
import type { RichLine } from './rich-lines.ts';

const longestBold = 100;

/**
 * Markdown as podcasts publish it: `**Ada Able:** words` opens a turn, and the paragraphs after it belong to the same
 * speaker.
 */
export const markdown: TranscriptFormat = {
  name: 'Markdown',
  detect({ text }) {
    if (text === null) return 0;
    const sample = text.slice(0, 200_000);
    const labels =
      sample.match(/^ {0,3}(?:\*{2,3}|__)[^*_\n]{1,80}(?::(?:\*\*|__)|(?:\*\*|__):)/gmu)?.length ?? 0;
    if (labels > 1) return 0.9;
    const headings = sample.match(/^#{1,6} \S/gmu)?.length ?? 0;
    return labels > 0 || headings > 0 ? 0.5 : 0;
  },
  async read({ text }) {
    const lines: RichLine[] = [];
    const sources = (text ?? '').split('\n');
    const names = plainLabels(sources);
    for (const line of sources) addLine(lines, line, names);
    return draftOfRichLines(lines, {});
  },
};

/** Adds a line of the source, or lengthens the paragraph that it goes on with. */
function addLine(lines: RichLine[], source: string, names: ReadonlyMap<string, number>): void {
  const { text: line, level } = withoutMarker(source.trim());
  const rendered = renderLine(line, level);
  const previous = lines.at(-1);
  const isPlain = (each: RichLine): boolean => each.heading === 0 && each.bold === 0;
  // A list's items, what has a time and what somebody says are lines of their own.
  const opens = /^(?:[-*+]|\d{1,3}[.)])\s|^\\?\[\d/u.test(line) || names.has(plainLabelOf(line) ?? '');
  if (
    previous &&
    previous.text !== '' &&
    isPlain(previous) &&
    rendered.text !== '' &&
    isPlain(rendered) &&
    !opens
  ) {
    previous.text = `${previous.text}\n${rendered.text}`;
  } else lines.push(rendered);
}

function renderLine(line: string, level: number): RichLine {
  const opening = boldOpening(line);
  if (!opening) return { text: renderInline(line).trim(), bold: 0, heading: level };
  // Where emphasis stands around the whole line, bold or not, its end is no word.
  const rest =
    opening.mark.length > 2 && opening.rest.endsWith('*') ? opening.rest.slice(0, -1) : opening.rest;
  const bold = nameOf(opening.bold);
  return { text: `${bold}${renderInline(rest)}`.trimEnd(), bold: bold.length, heading: level };
}

/** What stands in bold at the start of a line, and what follows it. */
function boldOpening(line: string): { bold: string; rest: string; mark: string } | null {
  const mark = /^(\*{2,3}|__)(?=\S)/u.exec(line)?.[1];
  if (mark === undefined) return null;
  const close = line.slice(0, mark.length + longestBold).indexOf(mark.slice(0, 2), mark.length);
  if (close <= mark.length) return null;
  return { bold: line.slice(mark.length, close), rest: line.slice(close + 2), mark };
}

/** A name may be a link to its bearer's page, whose address is no part of it. */
function nameOf(bold: string): string {
  return renderInline(
    bold.replace(/\]\([^()\s]{0,100}\)/gu, ']').replace(/^\[([^\]]{0,100})\](:?)$/u, '$1$2'),
  );
}

function withoutMarker(line: string): { text: string; level: number } {
  const marker = /^(#{1,6})[ \t]{1,10}/u.exec(line);
  if (!marker) return { text: line, level: 0 };
  return {
    text: line.slice(marker[0].length).replace(/[ \t]{1,10}#{1,6}$/u, ''),
    level: marker[1]?.length ?? 0,
  };
}
