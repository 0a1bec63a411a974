import { plainText } from '../../../../lib/prose/plain-text.ts';
import { checkProse, type CheckedProse } from '../../../../lib/prose/prose-checker.ts';
import type { Mark } from '../../../../lib/protocol.ts';
import type { Shelf } from '../../../../lib/shelf.ts';
import type { Target } from '../../../../eval/claims/claims-corpus.ts';

/** What became of one sentence of a scripted answer. */
export interface Outcome {
  /** Kinds of its marks. */
  marks: ReadonlySet<Mark['kind']>;
  /** What is shown in quotation marks and stands nowhere so, or not where the citation says. */
  falseQuotes: string[];
  /** Whether quotes are shown as somebody's who did not say them. */
  isMisattributed: boolean;
}

/** Marks that tell a reader not to trust the sentence. */
const warnings: readonly Mark['kind'][] = ['unsupported', 'wrong-speaker', 'dropped-citation', 'not-found'];

export function isWarned({ marks }: Outcome): boolean {
  return warnings.some((kind) => marks.has(kind));
}

/**
 * Has an answer checked, a sentence a line, and says what is shown of each. What is shown is held against the
 * transcripts by other means than the check's own. `speaker` is whose words each sentence may give.
 */
export function outcomesOf(
  sentences: readonly { text: string; speaker: string }[],
  { sources }: Target,
  shelf: Shelf,
): Outcome[] {
  const checked = checkProse(sentences.map(({ text }) => text).join('\n'), sources, shelf);
  if (checked.blocks.length !== sentences.length) throw new Error('A sentence is no line of its own');
  return checked.blocks.map(({ text, marks = [] }, at) => {
    const kinds = new Set(marks.map(({ kind }) => kind));
    const speakers = quotedSpeakers(marks, checked, shelf);
    return {
      marks: kinds,
      falseQuotes: shownQuotes(text).filter((quote) => !stands(quote, marks, checked, shelf)),
      isMisattributed:
        !kinds.has('wrong-speaker') && speakers.some((speaker) => speaker !== sentences[at]?.speaker),
    };
  });
}

/** What a reader sees in quotation marks, in one piece or with words left out. */
function shownQuotes(text: string): string[] {
  return [...text.matchAll(/[“"„«]([^“”"„«»]+)[”"»]/gu)].flatMap(([, words = '']) => words.split(' … '));
}

function citedBy(marks: readonly Mark[], { citations }: CheckedProse): CheckedProse['citations'] {
  return marks.flatMap(({ kind, citation }) => {
    const cited = kind === 'verified' || kind === 'repaired' ? citations[(citation ?? 0) - 1] : undefined;
    return cited ? [cited] : [];
  });
}

function stands(quote: string, marks: readonly Mark[], checked: CheckedProse, shelf: Shelf): boolean {
  const words = plainText(quote).plain.replace(/[.,;:]$/, '');
  return citedBy(marks, checked).some(({ anchor, start, end }) =>
    plainText(shelf.at(anchor)?.paragraph.text.slice(start, end) ?? '').plain.includes(words),
  );
}

function quotedSpeakers(marks: readonly Mark[], checked: CheckedProse, shelf: Shelf): (string | null)[] {
  return citedBy(marks, checked).map(({ anchor }) => shelf.at(anchor)?.turn.speaker ?? null);
}
