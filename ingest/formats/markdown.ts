import { parseFrontMatter } from '../front-matter.ts';
import type { Draft, DraftLine, TranscriptFormat } from '../transcript-format.ts';
import { renderInline } from './markdown-inline.ts';

const longestFrontMatter = 100_000;
const longestName = 80;

/** A line of the source, rendered. */
interface Rendered {
  text: string;
  kind: DraftLine['kind'];
  label: { name: string; length: number; lacksColon: boolean } | null;
  /** Whether it belongs to the paragraph of the line before. */
  continues: boolean;
}

/**
 * Markdown as podcasts publish it: `**Ada Able:** words` opens a turn, and the paragraphs after it belong to the same
 * speaker; front matter tells title, guests, date and recording.
 */
export const markdown: TranscriptFormat = {
  name: 'Markdown',
  detect({ text }) {
    if (text === null) return 0;
    const sample = text.slice(0, 200_000);
    const labels =
      sample.match(/^\s{0,3}(?:\*{2,3}|__)[^*_\n]{1,80}(?::(?:\*\*|__)|(?:\*\*|__):)/gmu)?.length ?? 0;
    if (labels > 1 || frontMatterOf(text) !== null) return 0.9;
    const headings = sample.match(/^#{1,6} \S/gmu)?.length ?? 0;
    return labels > 0 || headings > 0 ? 0.5 : 0;
  },
  async read({ text, file }) {
    return readMarkdown(text ?? '', file);
  },
};

/** `---`, lines with at least one `key:`, `---`, at the very top; null where there is none. */
function frontMatterOf(text: string): { yaml: string; lines: number } | null {
  if (!text.startsWith('---\n')) return null;
  const end = text.slice(0, longestFrontMatter).search(/\n(?:---|\.\.\.)[ \t]{0,20}(?:\n|$)/u);
  if (end < 0) return null;
  const yaml = text.slice(4, end);
  return /^[\w-]{1,40}:/mu.test(yaml) ? { yaml, lines: yaml.split('\n').length + 2 } : null;
}

function readMarkdown(source: string, file: string): Draft {
  const frontMatter = frontMatterOf(source);
  const sourceLines = source.split('\n');
  const names = labelledNames(sourceLines);
  const lines: DraftLine[] = [];
  const pieces: string[] = [];
  let offset = 0;
  let blankBefore = 0;
  sourceLines.forEach((line, at) => {
    const inFrontMatter = at < (frontMatter?.lines ?? 0);
    const rendered: Rendered = inFrontMatter
      ? { text: line.trim(), kind: 'front-matter', label: null, continues: false }
      : renderLine(line, names);
    const { text, kind, label } = rendered;
    if (text === '') blankBefore++;
    else {
      const last = lines.at(-1);
      if (rendered.continues && blankBefore === 0 && last?.kind === 'unknown')
        last.end = offset + text.length;
      else {
        const named = label && {
          name: label.name,
          start: offset,
          end: offset + label.length,
          lacksColon: label.lacksColon,
        };
        lines.push({ start: offset, end: offset + text.length, blankBefore, kind, label: named, time: null });
      }
      blankBefore = 0;
    }
    pieces.push(text);
    offset += text.length + 1;
  });
  const metadata = frontMatter ? parseFrontMatter(frontMatter.yaml, file) : {};
  const hasBoldLabels = names.size > 0;
  return {
    ...{ text: pieces.join('\n'), lines, metadata },
    labelsInText: !hasBoldLabels,
    continuationIsCertain: hasBoldLabels,
    speakersOptional: false,
  };
}

const boldStart = /^(\*{2,3}|__)(?=\S)/u;

/** What stands in bold at the start of a line, and what follows it. */
function boldOpening(line: string): { bold: string; rest: string; mark: string } | null {
  const mark = boldStart.exec(line)?.[1];
  if (mark === undefined) return null;
  const close = line.slice(0, mark.length + longestName + 4).indexOf(mark.slice(0, 2), mark.length);
  if (close <= mark.length) return null;
  return { bold: line.slice(mark.length, close), rest: line.slice(close + 2), mark };
}

function labelIn(line: string): { name: string; rest: string; mark: string } | null {
  const opening = boldOpening(line);
  if (!opening) return null;
  const { bold, rest, mark } = opening;
  const colon = /[:：]\s*$/u.exec(bold);
  if (colon) return { name: nameOf(bold.slice(0, colon.index)), rest, mark };
  const behind = /^\s?[:：]/u.exec(rest);
  if (behind) return { name: nameOf(bold), rest: rest.slice(behind[0].length), mark };
  // `**Ada: well,** yes`: the mark-up ends too late.
  const early = /^([^:]{1,60}):\s/u.exec(bold);
  return early
    ? { name: nameOf(early[1] ?? ''), rest: `${bold.slice(early[0].length)} ${rest}`, mark }
    : null;
}

function nameOf(markdown: string): string {
  return renderInline(markdown.replace(/\]\([^)]{0,2000}\)/gu, ']'))
    .replace(/\s+/gu, ' ')
    .replace(/^\[|\]$/gu, '')
    .trim();
}

/** The names that stand in bold with a colon at the start of lines. */
function labelledNames(lines: readonly string[]): Set<string> {
  const names = new Set<string>();
  for (const line of lines) {
    const label = labelIn(withoutMarker(line.trim()).text);
    if (label) names.add(label.name);
  }
  return names;
}

function withoutMarker(line: string): { text: string; level: number } {
  const marker = /^(#{1,6})[ \t]{1,10}/u.exec(line);
  if (!marker) return { text: line, level: 0 };
  return {
    text: line.slice(marker[0].length).replace(/[ \t]{1,10}#{1,6}$/u, ''),
    level: marker[1]?.length ?? 0,
  };
}

function renderLine(source: string, names: ReadonlySet<string>): Rendered {
  const { text: line, level } = withoutMarker(source.trim());
  const label = labelIn(line);
  if (label && label.name !== '') {
    const rest = label.mark.length > 2 && label.rest.endsWith('*') ? label.rest.slice(0, -1) : label.rest;
    const words = renderInline(rest.trim());
    const named = `${label.name}:`;
    return {
      text: words === '' ? named : `${named} ${words}`,
      kind: 'speech',
      label: { name: label.name, length: named.length, lacksColon: false },
      continues: false,
    };
  }
  const opening = boldOpening(line);
  const bold = opening && nameOf(opening.bold);
  if (opening && bold && names.has(bold) && opening.rest.trim() !== '') {
    const text = `${bold} ${renderInline(opening.rest.trim())}`;
    return {
      text,
      kind: 'speech',
      label: { name: bold, length: bold.length, lacksColon: true },
      continues: false,
    };
  }
  if (level > 0)
    return {
      text: renderInline(line),
      kind: level === 1 ? 'title' : 'heading',
      label: null,
      continues: false,
    };
  const isBoldLine = opening?.rest === '' && !/[.!,;]$/u.test(bold ?? '');
  const text = renderInline(line);
  if (isBoldLine) return { text, kind: 'heading', label: null, continues: false };
  return { text, kind: 'unknown', label: null, continues: !/^(?:[-*+]|\d{1,3}[.)])\s|^\\?\[\d/u.test(line) };
}
