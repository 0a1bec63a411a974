import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holds, longestCommonRun, normalise } from '../../eval/match.ts';

describe('normalise', () => {
  it('makes spaces, quotes, dashes and case plain', () => {
    expect(normalise('“We\u00a0don’t — ever”\n  SELL\u200b')).toBe('"we don\'t - ever" sell');
  });

  it('is idempotent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(normalise(normalise(text))).toBe(normalise(text));
      }),
    );
  });
});

describe('longestCommonRun', () => {
  const words = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 });

  it('agrees with trying every run', () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        const haystack = ` ${b.join(' ')} `;
        let longest = 0;
        for (let start = 0; start < a.length; start++) {
          for (let end = start + 1; end <= a.length; end++) {
            if (haystack.includes(` ${a.slice(start, end).join(' ')} `))
              longest = Math.max(longest, end - start);
          }
        }
        expect(longestCommonRun(a, b)).toBe(longest);
      }),
    );
  });
});

describe('holds', () => {
  const gold = 'one two three four five six seven eight nine ten';

  it('accepts the gold inside a longer text, whatever its typesetting', () => {
    expect(holds('And “One  two three four five\u00a0six seven eight nine ten”, he said', gold)).toBe(true);
  });

  it('accepts a run of 60 % of its words, and no less', () => {
    expect(holds('x three four five six seven eight y', gold)).toBe(true);
    expect(holds('x three four five six seven y', gold)).toBe(false);
    expect(holds('one two three x four five six', gold)).toBe(false);
  });
});
