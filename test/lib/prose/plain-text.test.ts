import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isInsideWord, plainText, sourceSpan } from '../../../lib/prose/plain-text.ts';

describe('plainText', () => {
  it.each([
    ['“Open—source”', '"open-source"'],
    ['don’t', "don't"],
    ['  two\u00a0 \n words ', 'two words '],
    ['zero\u200bwidth\u00ad', 'zerowidth'],
    ['Café', 'cafe\u0301'],
    ['Cafe\u0301', 'cafe\u0301'],
    ['İ', 'i\u0307'],
  ])('makes %j plain', (source, plain) => {
    expect(plainText(source).plain).toBe(plain);
  });

  it('leads back to the source: the span of a plain span, made plain, is that span', () => {
    const texts = fc.string({ unit: fc.constantFrom(...Array.from("aB é'’“—-  \n\u200b.İ")), maxLength: 40 });
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (source, from, length) => {
        const prepared = plainText(source);
        const start = from % (prepared.plain.length + 1);
        const end = start + 1 + (length % 10);
        fc.pre(end <= prepared.plain.length && !prepared.plain.slice(start, end).includes('\u0307'));
        const span = sourceSpan(prepared, start, end);
        const again = plainText(source.slice(span.start, span.end)).plain;
        expect(again.trim()).toContain(prepared.plain.slice(start, end).trim());
      }),
    );
  });

  it('refuses spans that are empty or outside', () => {
    const prepared = plainText('abc');
    expect(() => sourceSpan(prepared, 1, 1)).toThrow(RangeError);
    expect(() => sourceSpan(prepared, 1, 4)).toThrow(RangeError);
  });
});

describe('isInsideWord', () => {
  it.each([
    ['start', 1, true],
    ["can't", 3, true],
    ["can't", 4, true],
    ['$1.5', 2, true],
    ['80,000', 2, true],
    ['5:30', 1, true],
    ['e\u0301a', 1, true],
    ['yes, no', 3, false],
    ['end.', 3, false],
    ["users' view", 5, false],
    ['open-source', 4, false],
    ['word', 0, false],
    ['word', 4, false],
  ])('%s at %i: %s', (text, at, inside) => {
    expect(isInsideWord(text, at)).toBe(inside);
  });
});
