import { isCapitalised, isParticle } from './names.ts';
import { timeMarkAt } from './time-mark.ts';
import type { Span } from './transcript-format.ts';

/** How a line that opens a speech is built; offsets are into the draft's text. */
export interface SpeechStart {
  label: (Span & { name: string }) | null;
  time: { seconds: number; span: Span } | null;
  /** Where the words begin. */
  words: number;
}

type Time = NonNullable<SpeechStart['time']>;
type Label = NonNullable<SpeechStart['label']>;

const longestLabel = 60;
const mostLabelWords = 5;

/**
 * Reads what may stand before the words of a line: a speaker's name with a colon, and a time before, inside or
 * behind it, in any of the usual notations. Whether the name is one is for `acceptLabels` to decide.
 */
export function speechStart(text: string, line: Span): SpeechStart {
  let time = timeAt(text, line.start, line.end);
  let words = time ? skipBlank(text, time.span.end, line.end) : line.start;
  const found = labelAt(text, words, line.end);
  if (!found) {
    // A bare `12:30` may be the words' own; only brackets or a line of its own make it a mark.
    const isMark = time !== null && (/[[(\\]/.test(text.charAt(time.span.start)) || words === line.end);
    return isMark ? { label: null, time, words } : { label: null, time: null, words: line.start };
  }
  words = skipBlank(text, found.label.end, line.end);
  time ??= found.time;
  if (!time) {
    time = timeAt(text, words, line.end);
    if (time) words = skipBlank(text, time.span.end, line.end);
  }
  return { label: found.label, time, words };
}

/** The time in brackets before the words of a line whose label is known, or that has none. */
export function timeBefore(text: string, line: Span): SpeechStart {
  const start = skipBlank(text, line.start, line.end);
  const time = timeAt(text, start, line.end);
  const isMark = time !== null && /[[(\\]/u.test(text.charAt(time.span.start));
  if (!isMark) return { label: null, time: null, words: start };
  return { label: null, time, words: skipBlank(text, time.span.end, line.end) };
}

/** A time, or from one time to another. */
function timeAt(text: string, start: number, end: number): Time | null {
  const mark = timeMarkAt(text, start);
  if (!mark || mark.end > end) return null;
  const between = /^\s{0,3}(?:to|-->|[-–—])\s{0,3}/u.exec(text.slice(mark.end, mark.end + 12));
  const until = between && timeMarkAt(text, mark.end + between[0].length);
  const last = until && until.end <= end ? until.end : mark.end;
  return { seconds: mark.seconds, span: { start, end: last } };
}

function skipBlank(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && /\s/u.test(text.charAt(at))) at++;
  return at;
}

/** `Name:`, `Name (00:12):`, `Name [host]:`, or a line that is only `Name 00:12`. */
function labelAt(text: string, start: number, end: number): { label: Label; time: Time | null } | null {
  const near = text.slice(start, Math.min(end, start + longestLabel + 20));
  const stamp = /\s*(\\?[[(]|\s)((?:\d{1,3}:)?\d{1,3}:[0-5]\d)(?:[.,]\d{1,3})?[\])\\]*\s*(:?)/u.exec(near);
  const colon = near.search(/[:：]/u);
  if (colon < 0) return null;
  if (stamp && stamp.index < colon) {
    const name = near.slice(0, stamp.index);
    const [whole, open = '', clock = '', colonBehind] = stamp;
    const labelEnd = start + stamp.index + whole.trimEnd().length;
    const stampStart = start + stamp.index + whole.indexOf(open.trim() + clock);
    const mark = timeMarkAt(text, stampStart);
    const opensSpeech = colonBehind === ':' || labelEnd === end;
    if (!mark || !opensSpeech || !namesSomebody(name)) return null;
    const span = { start: stampStart, end: mark.end };
    return { label: { name: clean(name), start, end: labelEnd }, time: { seconds: mark.seconds, span } };
  }
  const name = near.slice(0, colon);
  if (!namesSomebody(name)) return null;
  return { label: { name: clean(name), start, end: start + colon + 1 }, time: null };
}

function clean(name: string): string {
  return withoutRemark(name).replace(/\s+/gu, ' ').trim();
}

/** `Ada Able (host)` and `Ada Able [on the phone]` are Ada Able. */
function withoutRemark(name: string): string {
  const remark = name.search(/[([]/u);
  return remark > 0 && /[)\]]\s*$/u.test(name) ? name.slice(0, remark) : name;
}

function namesSomebody(printed: string): boolean {
  const name = clean(printed);
  if (name.length === 0 || name.length > longestLabel) return false;
  const words = name.split(' ');
  if (words.length > mostLabelWords) return false;
  return words.every((word, i) => {
    if (i > 0 && (isParticle(word) || /^(?:&|and|\d{1,3}|#\d{1,3})$/u.test(word))) return true;
    return isCapitalised(word.replace(/^["“'‘]|["”'’,]$/gu, '')) || /^\p{Lu}[\p{Lu}\d_]+$/u.test(word);
  });
}
