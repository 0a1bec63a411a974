import { plainLabels } from './plain-labels.ts';
import type { Draft, DraftLine, EpisodeMetadata } from '../transcript-format.ts';

/** A line or paragraph of a source with mark-up, in plain words. */
export interface RichLine {
  /** Without white space at either end; empty for an empty line. */
  text: string;
  /** How many characters at its beginning stand in bold, or are marked as a name otherwise. */
  bold: number;
  /** The rank of a heading, from 1; 0 for other lines. */
  heading: number;
  frontMatter?: boolean;
}

interface Label {
  name: string;
  length: number;
  lacksColon: boolean;
}

const longestName = 80;

/**
 * Makes a draft of lines with mark-up. A bold name with a colon at the start of a line is a label, and the paragraphs
 * after it belong to it; a name that has a colon elsewhere may lack it once; other lines all in bold are headings. Where
 * more labels are plain than bold, plain ones are looked for too.
 */
export function draftOfRichLines(rich: readonly RichLine[], metadata: EpisodeMetadata): Draft {
  const names = new Set(rich.flatMap((line) => labelOf(line)?.name ?? []));
  const lines: DraftLine[] = [];
  const pieces: string[] = [];
  let offset = 0;
  let blankBefore = 0;
  for (const line of rich) {
    const { text } = line;
    if (text === '') blankBefore++;
    else {
      const label = labelOf(line) ?? labelWithoutColon(line, names);
      lines.push({
        ...{ start: offset, end: offset + text.length, blankBefore, kind: kindOf(line, label), time: null },
        label: label && {
          name: label.name,
          start: offset,
          end: offset + label.length,
          lacksColon: label.lacksColon,
        },
      });
      blankBefore = 0;
    }
    pieces.push(text);
    offset += text.length + 1;
  }
  const arePlain = names.size === 0 || hasMorePlainLabels(rich);
  return {
    ...{ text: pieces.join('\n'), lines, metadata },
    labelsInText: arePlain,
    continuationIsCertain: !arePlain,
  };
}

/** A label or two in bold do not make the others words. */
function hasMorePlainLabels(rich: readonly RichLine[]): boolean {
  const plain = plainLabels(rich.flatMap(({ text, bold }) => (bold === 0 ? [text] : [])));
  const uses = [...plain.values()].reduce((sum, count) => sum + count, 0);
  return uses > rich.filter((line) => labelOf(line) !== null).length;
}

function labelOf({ text, bold, frontMatter }: RichLine): Label | null {
  if (bold === 0 || bold > longestName + 2 || frontMatter) return null;
  const inBold = text.slice(0, bold);
  const ending = /[:：]\s*$/u.exec(inBold);
  if (ending) return label(text, ending.index, ending.index + 1);
  const behind = /^\s?[:：]/u.exec(text.slice(bold, bold + 3));
  if (behind) return label(text, bold, bold + behind[0].length);
  // The mark-up ends too late: `**Ada: well,** yes`.
  const early = /^([^:]{1,60}):\s/u.exec(inBold);
  return early ? label(text, early[1]?.length ?? 0, early[0].trimEnd().length) : null;
}

function label(text: string, nameLength: number, length: number): Label | null {
  const name = text.slice(0, nameLength).replace(/\s+/gu, ' ').trim();
  return name === '' ? null : { name, length, lacksColon: false };
}

function labelWithoutColon({ text, bold }: RichLine, names: ReadonlySet<string>): Label | null {
  const name = text.slice(0, bold).replace(/\s+/gu, ' ').trim();
  return bold > 0 && bold < text.length && names.has(name) ? { name, length: bold, lacksColon: true } : null;
}

function kindOf({ text, bold, heading, frontMatter }: RichLine, label: Label | null): DraftLine['kind'] {
  if (frontMatter) return 'front-matter';
  if (label) return 'speech';
  if (heading > 0) return heading === 1 ? 'title' : 'heading';
  return bold === text.length && bold <= longestName && !/[.!,;]$/u.test(text) ? 'heading' : 'unknown';
}
