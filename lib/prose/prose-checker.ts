import type { Block } from '../protocol.ts';
import { checkSentence } from './check-sentence.ts';
import type { QuotedSpan } from './locate-quote.ts';
import { citationMarkers } from './citation-markers.ts';
import { MarkedText } from './marked-text.ts';
import { NamedPeople, type Heard } from './named-people.ts';
import { plainProse } from './plain-prose.ts';
import type { ProseSource } from './prose-source.ts';
import { blanked } from './sentence-parts.ts';
import { firstSentence } from './first-sentence.ts';
import type { Names } from './wrong-speaker.ts';

export interface Support {
  supported: number;
  sentences: number;
}

export interface CheckedProse {
  /** A text block for each line that the model wrote. */
  blocks: Block[];
  /** Citation `n` is at position `n - 1`. */
  citations: QuotedSpan[];
  support: Support;
}

/** What the check may still change: quotation marks of any kind, brackets, signs of Markdown, tags. */
const unsettled = /["\u201c\u201d\u201e\u201f\u00ab\u00bb[\]\u3010<>!*`_#]|(?<![\p{L}\p{N}])['\u2018]/u;

/** A line of prose being checked. */
interface Line {
  written: MarkedText;
  citations: Set<number>;
}

/**
 * Checks a language model's prose as it streams, sentence by sentence; how the text was cut into pieces makes no
 * difference to the result.
 */
export class ProseChecker {
  private readonly people: NamedPeople;
  private readonly lines: Line[] = [];
  private readonly citations: QuotedSpan[] = [];
  private readonly support: Support = { supported: 0, sentences: 0 };
  private pending = '';
  private line: Line | null = null;
  private carried: Names = [];

  constructor(
    /** Source `n` is at position `n - 1`. */
    private readonly sources: readonly ProseSource[],
    shelf: { episodes: readonly Heard[] },
  ) {
    this.people = new NamedPeople(shelf.episodes);
  }

  /** Takes the next piece of the model's text and checks the sentences that it finishes. */
  write(piece: string): void {
    this.pending += piece;
    this.checkFinished(false);
  }

  /** Checks what is left: no more text will come. */
  end(): void {
    this.checkFinished(true);
    this.line = null;
  }

  /** All that was checked so far. */
  checked(): CheckedProse {
    const blocks = this.lines.map(({ written: { text, marks }, citations }): Block => {
      return {
        type: 'text',
        text,
        citations: [...citations],
        ...(marks.length > 0 && { marks: [...marks] }),
      };
    });
    return { blocks, citations: [...this.citations], support: { ...this.support } };
  }

  /**
   * What may be shown while the model writes: all that was checked, and the plain words at the start of the sentence
   * that is not finished, up to the first quotation mark, bracket or sign of Markdown.
   */
  preview(): CheckedProse {
    const checked = this.checked();
    const sign = this.pending.search(unsettled);
    const words = (sign < 0 ? this.pending : this.pending.slice(0, sign)).trim();
    if (words === '') return checked;
    const open = this.line ? checked.blocks.pop() : undefined;
    checked.blocks.push(
      open ? { ...open, text: `${open.text} ${words}` } : { type: 'text', text: words, citations: [] },
    );
    return checked;
  }

  private checkFinished(complete: boolean): void {
    for (;;) {
      const newline = this.pending.indexOf('\n');
      const whole = newline >= 0 || complete;
      let rest = newline >= 0 ? this.pending.slice(0, newline) : this.pending;
      for (let length = firstSentence(rest, whole); length !== null; length = firstSentence(rest, whole)) {
        this.take(rest.slice(0, length));
        rest = rest.slice(length);
      }
      if (newline < 0) {
        this.pending = rest;
        return;
      }
      this.pending = this.pending.slice(newline + 1);
      this.line = null;
    }
  }

  private take(raw: string): void {
    const sentence = plainProse(raw);
    if (!/[\p{L}\p{N}]/u.test(blanked(sentence, citationMarkers(sentence)))) return;
    if (!this.line) this.lines.push((this.line = { written: new MarkedText(), citations: new Set() }));
    const { written, citations } = this.line;
    const { supported, subjects, ...text } = checkSentence(sentence, {
      sources: this.sources,
      people: this.people,
      carried: this.carried,
      cite: (span) => {
        const n = this.cite(span);
        citations.add(n);
        return n;
      },
    });
    if (written.text !== '') written.append(' ');
    written.appendText(text);
    this.carried = subjects;
    this.support.sentences += 1;
    this.support.supported += supported ? 1 : 0;
  }

  private cite(span: QuotedSpan): number {
    const known = this.citations.findIndex(
      ({ anchor, start, end }) => anchor === span.anchor && start === span.start && end === span.end,
    );
    return known >= 0 ? known + 1 : this.citations.push(span);
  }
}

/** Checks a whole text; see `ProseChecker`. */
export function checkProse(
  text: string,
  sources: readonly ProseSource[],
  shelf: { episodes: readonly Heard[] },
): CheckedProse {
  const checker = new ProseChecker(sources, shelf);
  checker.write(text);
  checker.end();
  return checker.checked();
}
