import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breadthNames, breadthOf } from '../../../lib/answer/breadth.ts';
import { foundPassage } from './found-passage.ts';

function breadth(ranked: Parameters<typeof breadthOf>[0]): Record<string, number> {
  const values = breadthOf(ranked);
  return Object.fromEntries(breadthNames.map((name, i) => [name, values[i] ?? NaN]));
}

describe('breadthOf', () => {
  it('compares the best of each guest', () => {
    const values = breadth([
      foundPassage('Ada', 0.8),
      foundPassage('Ada', 0.7),
      foundPassage('Ben', 0.4),
      foundPassage('Cleo', 0.08),
    ]);
    expect(values.best).toBeCloseTo(Math.log(4));
    expect(values.second).toBeCloseTo(Math.log(0.5));
    expect(values.third).toBeCloseTo(Math.log(0.1));
    expect(values.fourth).toBeCloseTo(Math.log(0.01));
    expect(values).toMatchObject({ near: 2, somewhatNear: 3 });
  });

  it('is widest where all are as likely', () => {
    const guests = ['Ada', 'Ben', 'Cleo', 'Dora'];
    const { entropy, second, fourth } = breadth(guests.map((guest) => foundPassage(guest, 0.3)));
    expect(entropy).toBeCloseTo(Math.log(4));
    expect([second, fourth]).toEqual([0, 0]);
  });

  it('counts with how many guests the nearest question stands', () => {
    const question = 'Who sells zeppelins?';
    const values = breadth([
      foundPassage('Ada', 0.8, question),
      foundPassage('Ben', 0.7, question),
      foundPassage('Ben', 0.6, question),
      foundPassage('Cleo', 0.5, 'What is a quagga?'),
    ]);
    expect(values.sharing).toBe(2);
    expect(breadth([foundPassage('Ada', 0.8), foundPassage('Ben', 0.7)]).sharing).toBe(0);
  });

  it('hears guests alone', () => {
    const host = foundPassage('Hanna', 0.9, 'Why?');
    const ranked = [
      { ...host, passage: { ...host.passage, role: 'host' as const } },
      { ...host, passage: { ...host.passage, speaker: null } },
      foundPassage('Ada', 0.5, 'Why?'),
    ];
    expect(breadth(ranked)).toMatchObject({ best: 0, near: 1, somewhatNear: 1, entropy: 0, sharing: 1 });
    const nobody = breadth(ranked.slice(0, 2));
    expect(nobody).toMatchObject({ near: 0, somewhatNear: 0, entropy: 0, sharing: 0 });
    expect([nobody.second, nobody.third, nobody.fourth]).toEqual(new Array(3).fill(Math.log(0.01)));
  });

  it('says the same of five guests and of sixty', () => {
    const guests = (count: number) =>
      Array.from({ length: count }, (_, i) => foundPassage(String.fromCodePoint(65 + i), 0.3, 'Why?'));
    expect(breadth(guests(60))).toEqual(breadth(guests(5)));
  });

  it('counts a guest of two episodes once', () => {
    const [first, again] = [foundPassage('Ada', 0.8, 'Why?'), foundPassage('Ada', 0.8, 'Why?')];
    const ranked = [first, { ...again, passage: { ...again.passage, episode: 1 } }];
    expect(breadth(ranked)).toMatchObject({ near: 1, sharing: 1 });
  });

  it('is finite whatever was found', () => {
    const guest = fc.constantFrom('Ada', 'Ben', 'Cleo', 'Dora', 'Eve');
    const score = fc.oneof(fc.constantFrom(0, 1, 1e-12), fc.double({ min: 0, max: 1, noNaN: true }));
    fc.assert(
      fc.property(fc.array(fc.tuple(guest, score), { maxLength: 20 }), (found) => {
        const ranked = found
          .map(([who, likely]) => foundPassage(who, likely))
          .sort((a, b) => b.score - a.score);
        expect(breadthOf(ranked).every(Number.isFinite)).toBe(true);
      }),
    );
  });
});
