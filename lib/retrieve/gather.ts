import type { Embedder } from '../../index/embedder.ts';
import type { Candidate, IndexedPassage, View } from '../../index/passage-index.ts';
import type { Shelf } from '../shelf.ts';
import { contentWords } from '../understand/terms.ts';
import type { Understanding } from '../understand/understand.ts';
import type { ReadPassage } from './passage-reader.ts';

/** A passage that may answer, with how each view scored it. */
export interface Gathered extends ReadPassage {
  views: Partial<Record<View, number>>;
  /** Cosines of the passage to the question and to its topic (the question without names). */
  cosine: number;
  topicCosine: number;
  /** Convex combination of the views, each divided by its best score. */
  base: number;
  nearestQuestion?: string;
}

/** How much each view, divided by its best score, weighs in the convex combination. */
const viewWeights: Readonly<Record<View, number>> = {
  text: 0.3,
  context: 0.35,
  passage: 0.1,
  question: 0.25,
};
const viewNames = ['text', 'context', 'passage', 'question'] as const;

/** What each view may contribute, and how many of all go on. */
const perView = 100;
const perNamed = 40;
const kept = 120;

/** What is known of a candidate before its passage is read. */
interface Tally {
  views: Partial<Record<View, number>>;
  base: number;
  nearestQuestion?: string;
}

/**
 * The passages that the answer may be among, best first: the union of all views, for the question and (lighter) for
 * an earlier one that it leans on, fused by a convex combination (Bruch, Gai and Ingber 2023).
 */
export async function gather(
  understanding: Understanding,
  { shelf, embedder }: { shelf: Shelf; embedder: Embedder },
): Promise<Gathered[]> {
  const { parts, filters } = understanding;
  const vectors = await embedder.embed(parts.flatMap(({ text, topic }) => [text, topic]));
  const tallies = new Map<number, Tally>();
  for (const [i, { text, topic, weight }] of parts.entries()) {
    const filter = { episodes: filters.episodes, speakers: filters.guests };
    const found = await shelf.index.candidates({
      terms: contentWords(text),
      vector: vectorAt(vectors, 2 * i),
      filter,
      limit: perView,
    });
    const best = bestOf(found);
    tally(found, weight, best, tallies);
    const named = [...understanding.episodes].filter((number) => filters.episodes?.includes(number) ?? true);
    if (named.length === 0) continue;
    // Of whom a question names, more is heard: what they say in passing, without their own name in it.
    const theirs = await shelf.index.candidates({
      terms: contentWords(topic),
      vector: vectorAt(vectors, 2 * i + 1),
      filter: { ...filter, episodes: named },
      limit: perNamed,
    });
    const seen = new Set(found.map(({ id }) => id));
    tally(
      theirs.filter(({ id }) => !seen.has(id)),
      weight,
      best,
      tallies,
    );
  }
  const first = [...tallies].sort(([a, x], [b, y]) => y.base - x.base || a - b).slice(0, kept);
  const passages = await shelf.reader.read(first.map(([id]) => id));
  const similarity = (passage: IndexedPassage, offset: 0 | 1): number =>
    parts.reduce(
      (sum, { weight }, i) => sum + weight * cosine(vectorAt(vectors, 2 * i + offset), passage.vector),
      0,
    );
  return first.flatMap(([, found], i) => {
    const read = passages[i];
    if (!read) return [];
    const { passage } = read;
    return [{ ...read, ...found, cosine: similarity(passage, 0), topicCosine: similarity(passage, 1) }];
  });
}

/** Adds one part's candidates, weighed, to what the parts before it found. */
function tally(
  found: readonly Candidate[],
  weight: number,
  most: Record<View, number>,
  tallies: Map<number, Tally>,
): void {
  for (const { id, scores, nearestQuestion } of found) {
    const seen = tallies.get(id) ?? { views: {}, base: 0 };
    for (const view of viewNames) {
      const score = Math.max(0, scores[view] ?? 0);
      seen.views[view] = (seen.views[view] ?? 0) + weight * score;
      seen.base += (weight * viewWeights[view] * score) / most[view];
    }
    seen.nearestQuestion ??= nearestQuestion;
    tallies.set(id, seen);
  }
}

function bestOf(candidates: readonly Candidate[]): Record<View, number> {
  const most = { text: 1e-6, context: 1e-6, passage: 1e-6, question: 1e-6 };
  for (const { scores } of candidates) {
    for (const view of viewNames) most[view] = Math.max(most[view], scores[view] ?? 0);
  }
  return most;
}

function vectorAt(vectors: readonly Float32Array[], position: number): Float32Array {
  const vector = vectors[position];
  if (!vector) throw new RangeError(`The embedder gave ${vectors.length} vectors, not one for each text`);
  return vector;
}

/** Of two unit vectors. */
function cosine(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
