import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  completionsOf,
  takeTypedFilters,
  typedFilterAt,
  typedFilters,
  withoutToken,
} from '../../../app/filters/typed-filters.ts';

const guests = [
  { name: 'Kevin Mueller', company: 'Passbolt', episode: 69 },
  { name: 'Solomon Hykes', company: 'Dagger', episode: 68 },
  { name: 'José Núñez-Pérez', company: null, episode: 6 },
  { name: 'Kevin Other', company: 'Acme', episode: 5 },
];

describe('typed filters', () => {
  it('finds tokens at the start of words only', () => {
    const text = '@kevin on price, mail a@b.c, ep:68? step:9';
    expect(typedFilters(text).map(({ kind, wanted }) => [kind, wanted])).toEqual([
      ['guest', 'kevin'],
      ['episode', '68'],
    ]);
  });

  it('knows the token at the caret', () => {
    expect(typedFilterAt('ask @ke about', 7)).toMatchObject({
      kind: 'guest',
      wanted: 'ke',
      start: 4,
      end: 7,
    });
    expect(typedFilterAt('ask @ke about', 8)).toBeNull();
    expect(typedFilterAt('@', 1)).toMatchObject({ wanted: '' });
  });

  it('offers guests by any name or company, whatever the accents, and episodes by their digits', () => {
    const labels = (text: string) => {
      const typed = typedFilterAt(text, text.length);
      return typed === null ? [] : completionsOf(typed, guests).map(({ label }) => label);
    };
    expect(labels('@kev')).toEqual(['Kevin Mueller', 'Kevin Other']);
    expect(labels('@nunez')).toEqual(['José Núñez-Pérez']);
    expect(labels('@pérez')).toEqual(['José Núñez-Pérez']);
    expect(labels('@dagg')).toEqual(['Solomon Hykes']);
    expect(labels('@')).toHaveLength(4);
    expect(labels('ep:6')).toEqual(['Episode 69', 'Episode 68', 'Episode 6']);
  });

  it('takes what can mean one thing only out of the question', () => {
    expect(takeTypedFilters('@mueller How was it? ep:6', guests)).toEqual({
      text: 'How was it?',
      filters: { guests: ['Kevin Mueller'], episodes: [6] },
      unclear: [],
    });
    expect(takeTypedFilters('@kevin and @nobody or ep:99?', guests)).toEqual({
      text: '@kevin and @nobody or ep:99?',
      filters: { guests: [], episodes: [] },
      unclear: ['@kevin', '@nobody', 'ep:99'],
    });
  });

  it('leaves text without tokens as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', ' ', '.', '9', 'é') }), (text) => {
        expect(takeTypedFilters(text, guests)).toEqual({
          text: text.trim(),
          filters: { guests: [], episodes: [] },
          unclear: [],
        });
      }),
    );
  });

  it('leaves one gap where a token was', () => {
    const typed = typedFilters('ask @kevin about')[0];
    expect(typed && withoutToken('ask @kevin about', typed)).toBe('ask about');
  });
});
