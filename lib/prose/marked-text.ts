import type { Mark } from '../protocol.ts';

/** A text being put together, with marks at stretches of it. */
export class MarkedText {
  text = '';
  readonly marks: Mark[] = [];

  append(words: string): void {
    this.text += words;
  }

  /** Appends words and marks them. */
  appendMarked(words: string, mark: Omit<Mark, 'start' | 'end'>): void {
    this.marks.push({ start: this.text.length, end: this.text.length + words.length, ...mark });
    this.text += words;
  }

  /** Marks all that there is. */
  markAll(mark: Omit<Mark, 'start' | 'end'>): void {
    this.marks.push({ start: 0, end: this.text.length, ...mark });
  }

  /** Appends another text with its marks. */
  appendText({ text, marks }: { text: string; marks: readonly Mark[] }): void {
    const shift = this.text.length;
    this.text += text;
    this.marks.push(...marks.map((mark) => ({ ...mark, start: mark.start + shift, end: mark.end + shift })));
  }

  trimEnd(): void {
    this.text = this.text.trimEnd();
  }
}
