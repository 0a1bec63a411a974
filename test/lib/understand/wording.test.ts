import { describe, expect, it } from 'vitest';
import { wording, wordingLogit } from '../../../lib/understand/wording.ts';

describe('wording', () => {
  it('is the same whatever a question is about', () => {
    expect(wording('Which founders sell zeppelins?')).toEqual(wording('Which founders paint quaggas?'));
    expect(wording('Which founder sells zeppelins?')).not.toEqual(wording('Which founders sell zeppelins?'));
  });

  it('tells words of grammar and their pairs, plurals, length, and how a question ends', () => {
    expect([...wording('Who sells the seats')].sort()).toEqual(
      ['who', 'the', '^ who', 'who _s', '_s the', 'the _s', '#length 0', '#no question mark'].sort(),
    );
  });

  it('is never empty', () => {
    expect([...wording('?')]).toEqual(['#length 0']);
  });
});

describe('wordingLogit', () => {
  it('adds up what each part of a wording weighs, and what weighs always', () => {
    const weights = new Map([
      ['#bias', -1],
      ['who', 2],
      ['^ who', 0.5],
      ['why', 9],
    ]);
    expect(wordingLogit('Who sells zeppelins?', weights)).toBeCloseTo(1.5);
    expect(wordingLogit('Zeppelins?', weights)).toBe(-1);
  });
});
