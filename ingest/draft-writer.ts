import type { Draft, DraftLine } from './transcript-format.ts';

/** What a format knows about a line that it writes. */
export interface WrittenLine {
  text: string;
  kind?: DraftLine['kind'];
  /** Who speaks; written before the text as `Name: `. */
  speaker?: string | null;
  seconds?: number | null;
}

/**
 * Writes the text of a draft for sources whose own text has mark-up, times or braces between the words, with one empty
 * line between paragraphs.
 */
export class DraftWriter {
  private readonly lines: DraftLine[] = [];
  private readonly pieces: string[] = [];
  private length = 0;

  add({ text: written, kind = 'unknown', speaker, seconds }: WrittenLine): void {
    const text = written.trim();
    if (text === '' && !speaker) return;
    if (this.pieces.length > 0) this.write('\n\n');
    const start = this.length;
    let label: DraftLine['label'] = null;
    if (speaker) {
      const name = speaker.replace(/\s+/gu, ' ').trim();
      this.write(`${name}:`);
      label = { name, start, end: this.length };
      if (text !== '') this.write(' ');
    }
    this.write(text);
    const time = seconds === null || seconds === undefined ? null : { seconds, span: null };
    this.lines.push({ start, end: this.length, blankBefore: 1, kind, label, time });
  }

  draft(options: Omit<Draft, 'text' | 'lines'>): Draft {
    return { text: this.pieces.join(''), lines: this.lines, ...options };
  }

  private write(text: string): void {
    this.pieces.push(text);
    this.length += text.length;
  }
}
