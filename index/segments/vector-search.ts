import { setVotes } from '../span-votes.ts';
import type { Part, SegmentParts } from './segment-parts.ts';
import type { VectorView } from './segment.ts';
import { before } from '../vectors/top-hits.ts';
import type { Hit } from '../vectors/top-hits.ts';
import type { Neighbour } from '../vectors/vector-index.ts';

/** The question of a passage that is nearest to the query: its number in its part, and the id of the passage. */
export interface QuestionHit extends Hit {
  part: Part;
  passage: number;
  /** By span of the passage, up to the last of which a question was found. */
  votes: number[];
}

/** The `limit` passages of all segments nearest to a vector, best first. */
export async function nearestPassages(
  parts: SegmentParts,
  vector: Float32Array,
  limit: number,
  allowed: Uint8Array | null,
): Promise<Hit[]> {
  const found = await Promise.all(
    parts.list.map(async (part) => {
      const hits = await nearestLive(part, 'passage', vector, {
        limit,
        atOnce: limit,
        countOf: (live) => live.length,
        among: numbers(part.passages, allowed && ((number) => allowed[part.base + number] === 1)),
        isLive: (number) => parts.isLive(part.base + number),
      });
      return hits.map(({ id, score }) => ({ id: part.base + id, score }));
    }),
  );
  return found.flat().sort(before).slice(0, limit);
}

/** For the `limit` passages with the nearest questions: their nearest question, best first, and the votes of all found. */
export async function nearestQuestions(
  parts: SegmentParts,
  vector: Float32Array,
  limit: number,
  allowed: Uint8Array | null,
): Promise<QuestionHit[]> {
  const found = await Promise.all(
    parts.list.map(async (part): Promise<QuestionHit[]> => {
      const { questionPassage, questionSpan } = part.segment.head.columns;
      const passageOf = (question: number): number => part.base + (questionPassage[question] ?? 0);
      const hits = await nearestLive(part, 'question', vector, {
        limit,
        // A passage has several spans, and a second search costs more than what is too much.
        atOnce: Math.ceil(1.5 * limit),
        countOf: (live) => new Set(live.map(({ id }) => passageOf(id))).size,
        among: numbers(questionPassage.length, allowed && ((number) => allowed[passageOf(number)] === 1)),
        isLive: (question) => parts.isLive(passageOf(question)),
      });
      const byPassage = new Map<number, QuestionHit>();
      for (const { id, score, votes } of hits) {
        const passage = passageOf(id);
        const hit = byPassage.get(passage) ?? { id, score, part, passage, votes: [] };
        setVotes(hit.votes, { span: questionSpan[id] ?? 0, votes });
        byPassage.set(passage, hit);
      }
      return [...byPassage.values()];
    }),
  );
  return found
    .flat()
    .sort((a, b) => b.score - a.score || a.passage - b.passage)
    .slice(0, limit);
}

interface Wanted {
  limit: number;
  /** How many hits are fetched at first. */
  atOnce: number;
  /** How many of what is wanted these hits are of. */
  countOf: (hits: readonly Hit[]) => number;
  among: { total: number; only?: number[] };
  isLive: (number: number) => boolean;
}

/** The nearest of a part without what is dead, fetching more until there is enough. */
async function nearestLive(
  { segment }: Part,
  view: VectorView,
  vector: Float32Array,
  { limit, atOnce, countOf, among, isLive }: Wanted,
): Promise<Neighbour[]> {
  const { total, only } = among;
  for (let k = Math.min(atOnce, total); k > 0; k = Math.min(k * 2, total)) {
    const hits = await segment.nearest(view, vector, k, only);
    const live = hits.filter(({ id }) => isLive(id));
    // Narrowed, a search is exact: fewer than asked for are all that there are.
    const isAll = k === total || (only !== undefined && hits.length < k);
    if (isAll || countOf(live) >= limit) return live;
  }
  return [];
}

function numbers(total: number, chosen: ((number: number) => boolean) | null): Wanted['among'] {
  if (!chosen) return { total };
  const only: number[] = [];
  for (let number = 0; number < total; number++) if (chosen(number)) only.push(number);
  return { total: only.length, only };
}
