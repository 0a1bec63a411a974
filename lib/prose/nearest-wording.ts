import { isInsideWord } from './plain-text.ts';

/** From this share of equal letters on, a quote is a slip of the pen and not an invention. */
export const repairableSimilarity = 0.9;

/** A longer phrase is only ever found exactly: it bounds the work that a model's output can cause. */
const longestRepairable = 1000;

export interface NearWording {
  start: number;
  end: number;
  /** 1 − edit distance ÷ length of the longer. */
  similarity: number;
}

/**
 * The stretch of whole words of `text` nearest to `phrase`, where at least 90 % of it matches, else `null`; both plain
 * texts. Approximate substring matching by edit distance (P. Sellers, 1980), run only around places that could hold a
 * match: of k + 1 pieces of the phrase, at least one stands unchanged in any match with k errors (G. Navarro, 2001).
 */
export function nearestWording(phrase: string, text: string): NearWording | null {
  if (phrase === '' || phrase.length > longestRepairable) return null;
  const errors = mostErrors(phrase);
  let best: NearWording | null = null;
  for (const window of windows(phrase, text, errors)) {
    const found = nearestIn(phrase, text, window, errors);
    if (found.similarity >= repairableSimilarity && found.similarity > (best?.similarity ?? 0)) best = found;
  }
  return best;
}

/** Letters that a wording may differ in from a phrase and still be near to it. */
export function mostErrors(phrase: string): number {
  // similarity ≥ 0.9 means errors ≤ 0.1 · longer, and the longer is at most the phrase and the errors together.
  return Math.floor((phrase.length * (1 - repairableSimilarity)) / repairableSimilarity + 1e-9);
}

/** Where a match with at most `errors` errors can stand: stretches of the text, ascending, without overlaps. */
function windows(phrase: string, text: string, errors: number): { from: number; to: number }[] {
  const pieceLength = Math.floor(phrase.length / (errors + 1));
  const found: { from: number; to: number }[] = [];
  for (let piece = 0; piece <= errors; piece++) {
    const offset = piece * pieceLength;
    const part = phrase.slice(offset, offset + pieceLength);
    for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
      found.push({
        from: Math.max(0, at - offset - errors),
        to: Math.min(text.length, at - offset + phrase.length + errors),
      });
    }
  }
  found.sort((left, right) => left.from - right.from);
  const merged: { from: number; to: number }[] = [];
  for (const next of found) {
    const last = merged.at(-1);
    if (last && next.from <= last.to) last.to = Math.max(last.to, next.to);
    else merged.push({ ...next });
  }
  return merged;
}

/** The best stretch of whole words within a window; similarity 0 where none has so few errors. */
function nearestIn(
  phrase: string,
  text: string,
  { from, to }: { from: number; to: number },
  errors: number,
): NearWording {
  const width = to - from;
  let costs = new Int32Array(width + 1);
  let starts = Int32Array.from({ length: width + 1 }, (_, at) => at);
  let nextCosts = new Int32Array(width + 1);
  let nextStarts = new Int32Array(width + 1);
  for (let row = 1; row <= phrase.length; row++) {
    nextCosts[0] = row;
    nextStarts[0] = 0;
    for (let column = 1; column <= width; column++) {
      const same = phrase.charCodeAt(row - 1) === text.charCodeAt(from + column - 1) ? 0 : 1;
      const diagonal = (costs[column - 1] ?? 0) + same;
      const up = (costs[column] ?? 0) + 1;
      const left = (nextCosts[column - 1] ?? 0) + 1;
      const least = Math.min(diagonal, up, left);
      nextCosts[column] = least;
      nextStarts[column] =
        (least === diagonal ? starts[column - 1] : least === up ? starts[column] : nextStarts[column - 1]) ??
        0;
    }
    [costs, nextCosts] = [nextCosts, costs];
    [starts, nextStarts] = [nextStarts, starts];
  }
  let best: NearWording = { start: from, end: from, similarity: 0 };
  for (let column = 1; column <= width; column++) {
    const cost = costs[column] ?? phrase.length;
    if (cost > errors) continue;
    const [start, end] = [from + (starts[column] ?? 0), from + column];
    const whole = toWholeWords(text, start, end);
    // Each character that whole words add or drop is at most one more error.
    const most = cost + Math.abs(whole.start - start) + Math.abs(whole.end - end);
    const similarity = 1 - most / Math.max(phrase.length, whole.end - whole.start);
    if (similarity > best.similarity) best = { ...whole, similarity };
  }
  return best;
}

function toWholeWords(text: string, from: number, to: number): { start: number; end: number } {
  let [start, end] = [from, to];
  while (isInsideWord(text, start)) start--;
  while (isInsideWord(text, end)) end++;
  while (start < end && text.charAt(start) === ' ') start++;
  while (end > start && text.charAt(end - 1) === ' ') end--;
  return { start, end };
}
