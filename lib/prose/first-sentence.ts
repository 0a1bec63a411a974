import { endOfMarkers, isUnfinishedMarker } from './citation-markers.ts';
import { doubleQuotations } from './quotations.ts';

/** Words after which a full stop ends no sentence. */
const abbreviation =
  /(?:^|[\s(])(?:\p{Lu}|mr|mrs|ms|dr|prof|st|no|vs|etc|inc|ltd|co|corp|approx|e\.g|i\.e|cf|ep|fig|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec)$/iu;
const closers = /[)\]"'\u201d\u2019\u00bb*_]*/y;

/**
 * Length of the first sentence of a line, with the citations behind it and the white space after it; `null` where that
 * cannot be known before more text comes. `complete` says that no more will come. What stands in quotation marks is
 * never cut. The answer never changes when more text comes.
 */
export function firstSentence(line: string, complete: boolean): number | null {
  const { closed, open } = doubleQuotations(line);
  for (const { 0: stop, index } of line.matchAll(/[.!?\u2026]+/g)) {
    if (open !== null && index > open && !complete) return null;
    let end = index + stop.length;
    const quotation = closed.find(({ start, end: close }) => start < index && index < close);
    if (quotation && end < quotation.to) continue;
    end = endOfMarkers(line, endOf(closers, line, end));
    if (!complete && (end === line.length || isUnfinishedMarker(line, end))) return null;
    const next = endOf(/\s*/y, line, end);
    if (next === line.length) return complete ? line.length : null;
    if (next > end && !continues(line, index, stop, next)) return next;
  }
  return complete && line !== '' ? line.length : null;
}

/** Whether the sentence goes on after this stop. */
function continues(line: string, index: number, stop: string, next: number): boolean {
  const before = line.slice(0, index);
  if (/^\p{Ll}/u.test(line.slice(next))) return true;
  // "1." before the first item of a list.
  return stop === '.' && (abbreviation.test(before) || /^\s*\d+$/.test(before));
}

function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
