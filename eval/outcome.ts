import type { Answer, Citation, Retrieved } from '../lib/protocol.ts';
import { holds } from './match.ts';
import type { Question } from './questions.ts';

/** What is judged of a retrieved passage. */
export type Found = Pick<Retrieved, 'episode' | 'text'>;

/** How one system did on one question; `null` where a measure does not apply to it. */
export interface Outcome {
  question: Question;
  /** 1-based rank of the first retrieved passage that holds a gold quote; `null` if none of the ten does. */
  rank: number | null;
  /** Share of the gold's episodes found among the ten, for gold in several episodes. */
  coverage: number | null;
  answer: AnswerOutcome | null;
  milliseconds: number;
}

/** `null` where a measure does not apply: nothing is right about a refusal, or about what cannot be answered. */
export interface AnswerOutcome {
  refused: boolean;
  /** In [0, 1]. */
  confidence: number;
  /** Whether a citation holds gold. */
  holdsGold: boolean | null;
  /** Whether the first citation does. */
  firstRight: boolean | null;
  /** Share of the citations that do. */
  precision: number | null;
  /** Share of the gold's episodes that are cited, for gold in several episodes. */
  guests: number | null;
  /** Share of the quotes that stand in their paragraph letter by letter, and of those said by whom they name. */
  verbatim: number | null;
  rightSpeaker: number | null;
}

/** Passages judged by the matching rule of the question set: right episode, and it holds a gold quote. */
export function retrievalOutcome(
  question: Question,
  retrieved: readonly Found[],
  milliseconds: number,
): Outcome {
  const ten = retrieved.slice(0, 10);
  const hits = ten.map((passage) => isRight(question, passage.episode, passage.text));
  const first = hits.indexOf(true);
  const wanted = new Set(question.gold.map(({ episode }) => episode));
  const found = new Set(ten.filter((_, i) => hits[i]).map(({ episode }) => episode));
  return {
    question,
    rank: first < 0 ? null : first + 1,
    coverage: wanted.size > 1 ? found.size / wanted.size : null,
    answer: null,
    milliseconds,
  };
}

function isRight({ gold }: Question, episode: number, text: string): boolean {
  return gold.some((wanted) => wanted.episode === episode && holds(text, wanted.quote));
}

/** A paragraph as the transcript has it, to check quotes against. */
export type ParagraphAt = (anchor: string) => { text: string; speaker: string | null } | undefined;

/** An answer judged by its citations alone. */
export function answerOutcome(question: Question, answer: Answer, paragraphAt: ParagraphAt): AnswerOutcome {
  const { citations } = answer;
  const refused = answer.kind === 'no-answer';
  const right = citations.map((citation) => isCitationRight(question, citation));
  const wanted = new Set(question.gold.map(({ episode }) => episode));
  const cited = new Set(citations.filter((_, i) => right[i]).map(({ episode }) => episode));
  const judged = question.answerable;
  return {
    refused,
    confidence: answer.confidence,
    holdsGold: judged ? !refused && right.includes(true) : null,
    firstRight: judged ? !refused && right[0] === true : null,
    precision: judged && !refused ? share(right) : null,
    guests: judged && wanted.size > 1 ? (refused ? 0 : cited.size / wanted.size) : null,
    verbatim: share(citations.map((citation) => isVerbatim(citation, paragraphAt))),
    rightSpeaker: share(citations.map((citation) => isRightSpeaker(citation, paragraphAt))),
  };
}

/** Strict: the quoted words themselves hold the gold quote, or stand inside it, in its episode. */
function isCitationRight(question: Question, { episode, quote }: Citation): boolean {
  return (
    isRight(question, episode, quote) ||
    question.gold.some((wanted) => wanted.episode === episode && holds(wanted.quote, quote))
  );
}

function isVerbatim({ anchor, start, end, quote }: Citation, paragraphAt: ParagraphAt): boolean {
  return quote !== '' && paragraphAt(anchor)?.text.slice(start, end) === quote;
}

/** Where nobody speaks (a description), nobody's name can be right or wrong. */
function isRightSpeaker({ anchor, speaker }: Citation, paragraphAt: ParagraphAt): boolean {
  const paragraph = paragraphAt(anchor);
  return paragraph !== undefined && (paragraph.speaker ?? speaker) === speaker;
}

function share(values: readonly boolean[]): number | null {
  return values.length === 0 ? null : values.filter(Boolean).length / values.length;
}
