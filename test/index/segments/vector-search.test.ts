import { expect, it } from 'vitest';
import type { IndexSegment } from '../../../index/segments/segment.ts';
import { SegmentParts } from '../../../index/segments/segment-parts.ts';
import { nearestQuestions } from '../../../index/segments/vector-search.ts';
import type { Neighbour } from '../../../index/vectors/vector-index.ts';

const vector = Float32Array.of(1, 0);

/** A segment of so many passages with a question each for the first of them, found as `nearest` says. */
function partsOf(passages: number, asked: number, nearest: (k: number) => Neighbour[]) {
  const calls: number[] = [];
  const zeros = new Uint32Array(passages);
  const segment = {
    head: {
      speakers: [],
      episodes: [],
      columns: {
        ...{ speaker: zeros, textLength: zeros, contextLength: zeros, questionSpan: zeros },
        questionPassage: Uint32Array.from({ length: asked }, (_, i) => i),
      },
    },
    nearest: (_: string, __: Float32Array, k: number) => {
      calls.push(k);
      return Promise.resolve(nearest(k));
    },
  };
  const parts = new SegmentParts({ segments: [{ name: 'a', dead: [] }] }, [
    segment as unknown as IndexSegment,
  ]);
  return { parts, calls };
}

function hits(count: number): Neighbour[] {
  return Array.from({ length: count }, (_, id) => ({ id, score: 1 - id / 1000, votes: [1] }));
}

it('looks once where fewer passages than wanted have questions', async () => {
  const { parts, calls } = partsOf(1000, 3, (k) => hits(Math.min(k, 3)));
  expect(await nearestQuestions(parts, vector, 150, null)).toHaveLength(3);
  expect(calls).toEqual([3]);
});

it('does not look where none has', async () => {
  const { parts, calls } = partsOf(1000, 0, () => hits(0));
  expect(await nearestQuestions(parts, vector, 150, null)).toEqual([]);
  expect(calls).toEqual([]);
});

it('looks further where a graph came to fewer passages than wanted', async () => {
  const { parts, calls } = partsOf(1000, 1000, (k) => hits(Math.floor(k / 2)));
  const found = await nearestQuestions(parts, vector, 150, null);
  expect(found).toHaveLength(150);
  expect(found[0]).toMatchObject({ id: 0, passage: 0, votes: [1] });
  expect(calls).toEqual([150, 300]);
});
