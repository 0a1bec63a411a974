import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PostingsReader, postingsFile } from '../../../index/text/postings-file.ts';
import { decodePostings, PostingsWriter } from '../../../index/text/postings.ts';

/** Passages by number, each a list of stems. */
const passages = fc.array(
  fc.tuple(fc.nat(3_000_000), fc.array(fc.string({ maxLength: 3, unit: 'grapheme' }))),
  {
    maxLength: 40,
  },
);

function written(texts: ReadonlyMap<number, readonly string[]>): PostingsWriter {
  const writer = new PostingsWriter();
  for (const [passage, stems] of [...texts].sort(([a], [b]) => a - b)) writer.add(passage, stems);
  return writer;
}

describe('postings', () => {
  it('are found again, whatever the stems and gaps', () => {
    fc.assert(
      fc.property(passages, fc.nat(3), (entries, shift) => {
        const texts = new Map(entries);
        const file = Buffer.concat([Buffer.alloc(shift), ...postingsFile(written(texts))]);
        const reader = new PostingsReader(file.subarray(shift));
        for (const stem of new Set(entries.flatMap(([, stems]) => stems))) {
          const expected = [...texts]
            .map(([passage, stems]) => [passage, stems.filter((one) => one === stem).length] as const)
            .filter(([, count]) => count > 0)
            .sort(([a], [b]) => a - b);
          const found = reader.find(stem);
          expect([...(found?.passages ?? [])]).toEqual(expected.map(([passage]) => passage));
          expect([...(found?.counts ?? [])]).toEqual(expected.map(([, count]) => count));
        }
        expect(reader.find('no such stem')).toBeNull();
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  it('are refused where they are cut off or go on', () => {
    const writer = written(
      new Map([
        [1, ['a', 'a']],
        [500, ['a']],
      ]),
    );
    const [list] = [...writer.encoded()];
    if (!list) throw new Error('nothing was encoded');
    expect(list.length).toBe(2);
    expect(() => decodePostings(list.bytes.subarray(0, -1), 2)).toThrow(RangeError);
    expect(() => decodePostings(list.bytes, 1)).toThrow(RangeError);
    const file = Buffer.concat(postingsFile(writer));
    expect(() => new PostingsReader(file.subarray(0, -1))).toThrow(RangeError);
  });
});
