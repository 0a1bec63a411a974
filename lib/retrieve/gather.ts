import type { Embedder } from '../../index/embedder.ts';
import type { Candidate, View } from '../../index/passage-index.ts';
import type { Shelf } from '../shelf.ts';
import { contentWords, stem } from '../understand/terms.ts';
import type { Understanding } from '../understand/understand.ts';
import { saturation } from '../../index/text/bm25.ts';
import { rememberedVectors } from '../../index/vectors/remembered-vectors.ts';
import type { Idf } from './idf.ts';
import { partCosine } from './part-cosine.ts';
import type { ReadPassage } from './passage-reader.ts';

/** A passage that may answer, with how each view scored it. */
export interface Gathered extends ReadPassage {
  /** Cosines, and of BM25 the share of the most that the question's words can bring. */
  views: Partial<Record<View, number>>;
  /** Cosines of the passage to the question and to its topic (the question without names). */
  cosine: number;
  topicCosine: number;
  /** Weighted sum of the views. */
  base: number;
  nearestQuestion?: string;
  /** By span of the passage, how many of the questions written about it are near. */
  votes: number[];
}

/**
 * How much each view weighs in the fused score. BM25 is divided by the most that the question's words can bring, so
 * that words which the shelf does not hold leave the decision to the cosines.
 */
const viewWeights: Readonly<Record<View, number>> = {
  text: 0.25,
  context: 0.125,
  passage: 0.375,
  question: 0.25,
};
const viewNames = ['text', 'context', 'passage', 'question'] as const;

/** What each view may contribute, and how many of all go on. */
const perView = 150;
const perNamed = 40;
const kept = 120;

/** What is known of a candidate before its passage is read. */
interface Tally {
  views: Partial<Record<View, number>>;
  base: number;
  nearestQuestion?: string;
  votes: number[];
}

/**
 * The passages that the answer may be among, best first: the union of all views, for the question and (lighter) for
 * an earlier one that it leans on, fused by a convex combination (Bruch, Gai and Ingber 2023).
 */
export async function gather(
  understanding: Understanding,
  { shelf, embedder }: { shelf: Shelf; embedder: Embedder },
): Promise<Gathered[]> {
  const { parts, filters, speakers } = understanding;
  // No guests in a filter would be all of them.
  if (speakers?.length === 0) return [];
  const vectors = await rememberedVectors(
    parts.flatMap(({ text, topic }) => [text, topic]),
    embedder,
  );
  const tallies = new Map<number, Tally>();
  for (const [i, { text, topic, weight }] of parts.entries()) {
    const filter = { episodes: filters.episodes, speakers: speakers ?? filters.guests };
    const found = await shelf.index.candidates({
      terms: contentWords(text),
      vector: vectorAt(vectors, 2 * i),
      filter,
      limit: perView,
    });
    const most = mostByWords(text, shelf.idf);
    tally(found, { weight, most }, tallies);
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
      { weight, most },
      tallies,
    );
  }
  const first = [...tallies].sort(([a, x], [b, y]) => y.base - x.base || a - b).slice(0, kept);
  const passages = await shelf.reader.read(first.map(([id]) => id));
  const texts = vectors.filter((_, i) => i % 2 === 0);
  const topics = vectors.filter((_, i) => i % 2 === 1);
  return first.flatMap(([, found], i) => {
    const read = passages[i];
    if (!read) return [];
    const { passage } = read;
    return [
      {
        ...read,
        ...found,
        cosine: partCosine(parts, texts, passage.vector),
        topicCosine: partCosine(parts, topics, passage.vector),
      },
    ];
  });
}

/** Adds one part's candidates, weighed, to what the parts before it found; `most` is what BM25 is divided by. */
function tally(
  found: readonly Candidate[],
  { weight, most }: { weight: number; most: number },
  tallies: Map<number, Tally>,
): void {
  for (const { id, scores, nearestQuestion, votes } of found) {
    const seen = tallies.get(id) ?? { views: {}, base: 0, votes: [] };
    for (const view of viewNames) {
      const score = weight * Math.max(0, scores[view] ?? 0);
      const share = view === 'text' || view === 'context' ? score / most : score;
      seen.views[view] = (seen.views[view] ?? 0) + share;
      seen.base += viewWeights[view] * share;
    }
    seen.nearestQuestion ??= nearestQuestion;
    for (const [span, vote] of votes.entries()) seen.votes[span] = (seen.votes[span] ?? 0) + weight * vote;
    tallies.set(id, seen);
  }
}

/** The most that BM25 can make of a text's words: each term's idf, as often as repeating it may count. */
function mostByWords(text: string, idf: Idf): number {
  const terms = new Set(contentWords(text).map(stem));
  return Math.max(
    1e-6,
    [...terms].reduce((sum, term) => sum + (saturation + 1) * idf(term), 0),
  );
}

function vectorAt(vectors: readonly Float32Array[], position: number): Float32Array {
  const vector = vectors[position];
  if (!vector) throw new RangeError(`The embedder gave ${vectors.length} vectors, not one for each text`);
  return vector;
}
