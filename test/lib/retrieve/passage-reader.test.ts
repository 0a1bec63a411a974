import { describe, expect, it } from 'vitest';
import type { IndexedPassage } from '../../../index/passage-index.ts';
import { PassageReader } from '../../../lib/retrieve/passage-reader.ts';
import { sampleShelf } from '../../index/sample-shelf.ts';

function countingIndex() {
  const stored = sampleShelf().passages.map((passage, id): IndexedPassage => {
    return { ...passage, id, vector: new Float32Array() };
  });
  const asked: number[][] = [];
  return {
    asked,
    stored,
    async passages(ids: readonly number[]): Promise<IndexedPassage[]> {
      asked.push([...ids]);
      return ids.map((id) => {
        const passage = stored[id];
        if (!passage) throw new RangeError(`No passage ${id}`);
        return passage;
      });
    },
  };
}

describe('PassageReader', () => {
  it('gives passages in the order asked for, and asks the index for each once', async () => {
    const index = countingIndex();
    const reader = new PassageReader(index);
    expect((await reader.read([2, 0])).map(({ passage }) => passage.id)).toEqual([2, 0]);
    expect((await reader.read([0, 1, 2])).map(({ passage }) => passage.id)).toEqual([0, 1, 2]);
    expect(index.asked).toEqual([[2, 0], [1]]);
  });

  it('knows the stems of the words, and those of what stands around them', async () => {
    const index = countingIndex();
    const enriched = index.stored.findIndex(({ enrichment }) => (enrichment?.questions.length ?? 0) > 0);
    const [read] = await new PassageReader(index).read([enriched]);
    expect(read?.said.size).toBeGreaterThan(0);
    expect(read?.all.size).toBeGreaterThan(read?.said.size ?? Infinity);
    expect([...(read?.said ?? [])].every((stem) => read?.all.has(stem))).toBe(true);
  });

  it('passes on that there is no such passage', async () => {
    await expect(new PassageReader(countingIndex()).read([9999])).rejects.toThrow(RangeError);
  });
});
