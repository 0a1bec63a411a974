import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { citationAddress, citationName, citationPlace } from '../../../app/citation/citation-words.ts';
import { anchorHref, paragraphId, parseQuoteSpan, quoteHref } from '../../../app/citation/source-link.ts';
import { fakeAnswer } from '../../fixtures/fake-answers.ts';
import { fakeShelf } from '../../fixtures/fake-shelf.ts';

describe('source links', () => {
  it('lead to the paragraph, and carry the span', () => {
    const href = quoteHref({ anchor: '69#lead-gen-3', start: 120, end: 260 });
    expect(href).toBe('/episodes/69?quote=lead-gen-3:120-260#lead-gen-3');
    expect(anchorHref('69#lead-gen-3')).toBe('/episodes/69#lead-gen-3');
    expect(paragraphId('69#lead-gen-3')).toBe('lead-gen-3');
  });

  it('give the span back, whatever the paragraph is called', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1 }).filter((id) => !/[\n\r\u2028\u2029]/.test(id)),
        fc.nat(1e6),
        fc.integer({ min: 1, max: 1e6 }),
        (id, start, length) => {
          const address = new URL(
            quoteHref({ anchor: `1#${id}`, start, end: start + length }),
            'http://host',
          );
          expect(parseQuoteSpan(address.searchParams.get('quote'))).toEqual({
            paragraph: id,
            start,
            end: start + length,
          });
        },
      ),
    );
  });

  it.each([
    undefined,
    '',
    'lead-gen-3',
    'lead-gen-3:9-9',
    'lead-gen-3:9-3',
    'x:1',
    ['a:1-2', 'b:1-2'],
    'a:-1-2',
  ])('take %j for no span', (value) => {
    expect(parseQuoteSpan(value)).toBeNull();
  });
});

describe('the words of a citation', () => {
  it('name its control, its place and its address', () => {
    const citation = fakeAnswer(fakeShelf(), 'weather').citations[0];
    if (citation === undefined) throw new Error('no citation');
    expect(citationName(citation)).toBe('Citation 1: Kevin Mueller, episode 69, Closing Advice For Founders');
    expect(citationAddress(citation)).toBe('Ep 69 › Closing Advice For Founders › ¶2');
    expect(citationPlace(citation)).toMatch(/^≈ \d+:\d\d · Closing Advice For Founders$/);
  });
});
