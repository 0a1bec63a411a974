import type { RichLine } from './rich-lines.ts';

/** Puts pieces of text together to lines, as a browser would: white space of any kind and length is one space. */
export class LineWriter {
  readonly lines: RichLine[] = [];
  /** How many elements in bold stand around what comes next. */
  bold = 0;
  /** The rank of the heading around it; 0 where there is none. */
  heading = 0;
  frontMatter = false;
  private pieces: string[] = [];
  private length = 0;
  private boldLength = 0;
  private endsInSpace = true;

  text(text: string): void {
    let words = text.replace(/[\s\u200b]+/gu, ' ');
    if (this.endsInSpace) words = words.trimStart();
    if (words === '') return;
    if (this.bold > 0 && this.boldLength === this.length) this.boldLength += words.length;
    this.pieces.push(words);
    this.length += words.length;
    this.endsInSpace = words.endsWith(' ');
  }

  /** Ends the line, if it has begun. */
  end(): void {
    const { heading, frontMatter } = this;
    const text = this.pieces.join('').trimEnd();
    const bold = Math.min(this.boldLength, text.length);
    if (text !== '') this.lines.push({ text, bold, heading, ...(frontMatter ? { frontMatter } : {}) });
    this.pieces = [];
    this.length = 0;
    this.boldLength = 0;
    this.endsInSpace = true;
  }
}
