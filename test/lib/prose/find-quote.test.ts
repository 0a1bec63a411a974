import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuote } from '../../../lib/prose/find-quote.ts';
import { nearestWording, repairableSimilarity } from '../../../lib/prose/nearest-wording.ts';
import { plainText } from '../../../lib/prose/plain-text.ts';

const source =
  'We don’t sell “licences” — we can’t, because the code is open. In 2019 we raised $1.5 million, and 80% of it went into the product.';

function found(phrase: string): string | null {
  const quote = findQuote(phrase, [plainText('Something else.'), plainText(source)]);
  return quote && source.slice(quote.start, quote.end);
}

describe('findQuote', () => {
  it.each([
    ["We don't sell", 'We don’t sell'],
    ['we don’t  sell "licences" - we can\'t', 'We don’t sell “licences” — we can’t'],
    ['“80% of it went into the product.”', '80% of it went into the product'],
    ['$1.5 million', '$1.5 million'],
  ])('finds %j letter by letter', (phrase, words) => {
    expect(found(phrase)).toBe(words);
    expect(findQuote(phrase, [plainText(source)])?.similarity).toBe(1);
  });

  it.each([
    ['In 2019 we raised $1.6 million', 'In 2019 we raised $1.5 million'],
    ['because the code was open', 'because the code is open'],
    ['sell “licences” — we can, because the code', 'sell “licences” — we can’t, because the code'],
  ])('finds the nearest wording of %j', (phrase, words) => {
    expect(found(phrase)).toBe(words);
    expect(findQuote(phrase, [plainText(source)])?.similarity).toBeLessThan(1);
  });

  it.each(['we can', '$1', '$1.5 mill'])(
    'does not take %j, which cuts a word or number short, for a quote',
    (phrase) => {
      expect(found(phrase)).toBeNull();
    },
  );

  it.each(['the code is closed for ever', 'We sell nothing at all', '…', ''])(
    'does not find %j',
    (phrase) => {
      expect(found(phrase)).toBeNull();
    },
  );

  it('prefers the first text that holds the words exactly', () => {
    const texts = ['nothing', 'the very same words', 'the very same words'].map(plainText);
    expect(findQuote('the very same words', texts)?.text).toBe(1);
  });
});

/** Levenshtein's distance, written out. */
function distance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, at) => at);
  for (const [i, character] of Array.from(left).entries()) {
    const next = [i + 1];
    for (let j = 1; j <= right.length; j++) {
      const substituted = (row[j - 1] ?? 0) + (right[j - 1] === character ? 0 : 1);
      next.push(Math.min(substituted, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

describe('nearestWording', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), minLength: 1, maxLength: 8 });
  const text = fc.array(word, { minLength: 1, maxLength: 60 }).map((words) => words.join(' '));

  const edits = fc.array(fc.tuple(fc.nat(), fc.nat(2), fc.string({ maxLength: 2 })), { maxLength: 3 });

  it('gives whole words whose similarity is no less than it says', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), edits, (searched, from, length, changes) => {
        const start = from % searched.length;
        const letters = Array.from(searched.slice(start, start + 10 + (length % 100)));
        for (const [at, removed, inserted] of changes) letters.splice(at % letters.length, removed, inserted);
        const phrase = letters.join('').trim();
        const near = nearestWording(phrase, searched);
        fc.pre(near !== null);
        const words = searched.slice(near.start, near.end);
        expect(near.similarity).toBeGreaterThanOrEqual(repairableSimilarity);
        expect(1 - distance(phrase, words) / Math.max(phrase.length, words.length)).toBeGreaterThanOrEqual(
          near.similarity - 1e-9,
        );
        expect(` ${searched} `).toContain(` ${words} `);
      }),
      { numRuns: 300 },
    );
  });

  it('finds whole words with slips in few letters, wherever they stand', () => {
    const slips = fc.array(fc.tuple(fc.nat(), fc.constantFrom('a', 'b', 'c', 'd', 'x')), { maxLength: 3 });
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), slips, (searched, from, count, changes) => {
        const words = searched.split(' ');
        const start = from % words.length;
        const chosen = words.slice(start, start + 1 + (count % words.length)).join(' ');
        const letters = Array.from(chosen);
        for (const [at, letter] of changes) {
          if (letters[at % letters.length] !== ' ') letters[at % letters.length] = letter;
        }
        const phrase = letters.join('');
        fc.pre(distance(phrase, chosen) <= phrase.length * 0.05);
        expect(nearestWording(phrase, searched)).not.toBeNull();
      }),
      { numRuns: 300 },
    );
  });

  it('finds nothing for nothing', () => {
    expect(nearestWording('', 'some words')).toBeNull();
  });

  it('leaves a phrase that is too long to a letter-by-letter search', () => {
    const long = 'abcdefghi '.repeat(200);
    expect(nearestWording(`${long}x`, long)).toBeNull();
  });
});
