export interface CitationMarker {
  /** UTF-16 offsets of the marker, brackets included. */
  start: number;
  end: number;
  /** The passage numbers it names, in order; they may not exist. */
  numbers: number[];
}

const number = String.raw`(?:passages?|sources?|\^|#|n=)?\s*\d{1,6}`;
const source = String.raw`[\[【]\s*${number}(?:\s*(?:,|;|&|and|-|–)\s*${number})*\s*(?:†[^\]】]*)?[\]】]`;
/** Markers that follow one another, with what may stand between them. */
const markersHere = new RegExp(String.raw`(?:\s*[,;]?\s*${source})+`, 'iy');
const unfinishedHere = /\s*[,;]?\s*[[【][^\]】]{0,40}$/y;

/** A model cites a range at most this long; anything longer is a number that was never shown to it. */
const longestRange = 30;

/** The citations in a model's text: `[2]`, and its kin `[1, 3]`, `[2–4]`, `[passage 2]`, `【2】`. */
export function citationMarkers(text: string): CitationMarker[] {
  return Array.from(text.matchAll(new RegExp(source, 'gi')), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    numbers: namedNumbers(match[0]),
  }));
}

/** Where the markers that follow this place end; the place itself where none follows. */
export function endOfMarkers(text: string, at: number): number {
  markersHere.lastIndex = at;
  return markersHere.test(text) ? markersHere.lastIndex : at;
}

/** Whether what follows this place, to the text's end, may yet become a marker. */
export function isUnfinishedMarker(text: string, at: number): boolean {
  unfinishedHere.lastIndex = at;
  return unfinishedHere.test(text);
}

function namedNumbers(marker: string): number[] {
  const numbers: number[] = [];
  for (const { 1: first, 2: last } of marker.matchAll(/(\d+)(?:\s*[-–]\s*(\d+))?/g)) {
    const [from, to] = [Number(first), Number(last ?? first)];
    const isRange = to > from && to - from < longestRange;
    for (let next = from; next <= (isRange ? to : from); next++) numbers.push(next);
    if (!isRange && to !== from) numbers.push(to);
  }
  return [...new Set(numbers)];
}
