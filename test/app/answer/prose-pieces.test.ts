import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prosePieces } from '../../../app/answer/prose-pieces.ts';
import type { Mark } from '../../../lib/protocol.ts';

const kinds = [
  'verified',
  'repaired',
  'not-found',
  'unsupported',
  'dropped-citation',
  'wrong-speaker',
] as const;

const block = fc
  .string({ unit: fc.constantFrom('a', ' ', '[1]', '[23]', '[', ']', '7'), maxLength: 30 })
  .chain((text) =>
    fc.record({
      text: fc.constant(text),
      marks: fc.array(
        fc
          .record({
            start: fc.nat(text.length + 2),
            length: fc.integer({ min: 1, max: 12 }),
            kind: fc.constantFrom(...kinds),
          })
          .map(({ start, length, kind }): Mark => ({ start, end: start + length, kind })),
        { maxLength: 4 },
      ),
    }),
  );

describe('prosePieces', () => {
  it('loses nothing: the words and the tokens joined are the text', () => {
    fc.assert(
      fc.property(block, ({ text, marks }) => {
        const pieces = prosePieces({ text, marks });
        const parts = pieces.flatMap((piece) => piece.parts);
        expect(parts.map((part) => (typeof part === 'number' ? `[${part}]` : part)).join('')).toBe(text);
      }),
    );
  });

  it('gives each character the shortest mark over it', () => {
    fc.assert(
      fc.property(block, ({ text, marks }) => {
        let at = 0;
        for (const { mark, parts } of prosePieces({ text, marks })) {
          const length = parts.reduce<number>(
            (sum, part) => sum + (typeof part === 'number' ? `[${part}]` : part).length,
            0,
          );
          for (const end = at + length; at < end; at += 1) {
            const over = marks.filter((each) => each.start <= at && at < each.end);
            const shortest = Math.min(...over.map((each) => each.end - each.start));
            expect(mark === null ? Infinity : mark.end - mark.start).toBe(shortest);
          }
        }
      }),
    );
  });

  it('keeps a quote’s own mark within an unsupported sentence', () => {
    const text = 'He said “too low” once. [1]';
    const marks: Mark[] = [
      { start: 0, end: 23, kind: 'unsupported' },
      { start: 8, end: 17, kind: 'verified', citation: 1 },
    ];
    expect(prosePieces({ text, marks }).map(({ mark, parts }) => [mark?.kind, ...parts])).toEqual([
      ['unsupported', 'He said '],
      ['verified', '“too low”'],
      ['unsupported', ' once.'],
      [undefined, ' ', 1],
    ]);
  });
});
