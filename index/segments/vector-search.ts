import type { Part, SegmentParts } from './segment-parts.ts';
import type { VectorView } from './segment.ts';
import { before } from '../vectors/top-hits.ts';
import type { Hit } from '../vectors/top-hits.ts';
import type { Neighbour } from '../vectors/vector-index.ts';

/** The question of a passage that is nearest to the query: its number in its part, and the id of the passage. */
export interface QuestionHit extends Neighbour {
  part: Part;
  passage: number;
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
        among: allowed
          ? narrowed(part.passages, (number) => allowed[part.base + number] === 1)
          : { total: part.passages },
        isLive: (number) => parts.isLive(part.base + number),
      });
      return hits.map(({ id, score }) => ({ id: part.base + id, score }));
    }),
  );
  return found.flat().sort(before).slice(0, limit);
}

/** For the `limit` passages with the nearest questions: their nearest question, best first, and the votes of those compared. */
export async function nearestQuestions(
  parts: SegmentParts,
  vector: Float32Array,
  limit: number,
  allowed: Uint8Array | null,
): Promise<QuestionHit[]> {
  const found = await Promise.all(
    parts.list.map(async (part) => {
      const { questionPassage } = part.segment.head.columns;
      const passageOf = (question: number): number => part.base + (questionPassage[question] ?? 0);
      const hits = await nearestLive(part, 'question', vector, {
        limit,
        among: allowed
          ? narrowed(questionPassage.length, (question) => allowed[passageOf(question)] === 1)
          : { total: part.asked },
        isLive: (question) => parts.isLive(passageOf(question)),
      });
      return hits.map((hit) => ({ ...hit, part, passage: passageOf(hit.id) }));
    }),
  );
  return found
    .flat()
    .sort((a, b) => b.score - a.score || a.passage - b.passage)
    .slice(0, limit);
}

interface Wanted {
  limit: number;
  /** How many hits there can be at most, and where the search is narrowed, among which numbers. */
  among: { total: number; only?: number[] };
  isLive: (number: number) => boolean;
}

/** The nearest of a part without what is dead, fetching more until there is enough. */
async function nearestLive(
  { segment }: Part,
  view: VectorView,
  vector: Float32Array,
  { limit, among, isLive }: Wanted,
): Promise<Neighbour[]> {
  const { total, only } = among;
  for (let k = Math.min(limit, total); k > 0; k = Math.min(k * 2, total)) {
    const hits = await segment.nearest(view, vector, k, only);
    const live = hits.filter(({ id }) => isLive(id));
    // Narrowed, a search is exact: fewer than asked for are all that there are.
    const isAll = k === total || (only !== undefined && hits.length < k);
    if (isAll || live.length >= limit) return live;
  }
  return [];
}

function narrowed(count: number, chosen: (number: number) => boolean): Wanted['among'] {
  const only: number[] = [];
  for (let number = 0; number < count; number++) if (chosen(number)) only.push(number);
  return { total: only.length, only };
}
