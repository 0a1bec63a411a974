import { describe, expect, it } from 'vitest';
import { addressOf } from '../../../app/chat/address.ts';
import { filtersInAddress, filtersOf, joined, noFilters, toggled } from '../../../app/filters/filters.ts';

const guests = [
  { name: 'Kevin Mueller', company: 'Passbolt', episode: 69 },
  { name: 'Solomon Hykes', company: 'Dagger', episode: 68 },
];

describe('filters', () => {
  it('survive a trip through an address', () => {
    const filters = { guests: ['Kevin Mueller', 'Solomon Hykes'], episodes: [68] };
    const address = new URL(addressOf({ question: 'Why & how?', filters, conversation: 'x' }), 'http://host');
    expect(address.searchParams.get('q')).toBe('Why & how?');
    expect(address.searchParams.get('c')).toBe('x');
    expect(filtersInAddress(address.searchParams, guests)).toEqual(filters);
  });

  it('leave out what the shelf lacks', () => {
    const parameters = new URLSearchParams('guest=Nobody&guest=Kevin+Mueller&ep=7&ep=x&ep=69');
    expect(filtersInAddress(parameters, guests)).toEqual({ guests: ['Kevin Mueller'], episodes: [69] });
  });

  it('are absent from the wire and the address where nothing is chosen', () => {
    expect(filtersOf(noFilters)).toBeUndefined();
    expect(filtersOf({ guests: [], episodes: [3] })).toEqual({ episodes: [3] });
    expect(addressOf({ question: '', filters: noFilters })).toBe('/');
  });

  it('join and toggle without repeating', () => {
    const one = { guests: ['a'], episodes: [1] };
    expect(joined(one, { guests: ['a', 'b'], episodes: [1] })).toEqual({ guests: ['a', 'b'], episodes: [1] });
    expect(toggled([1, 2], 2)).toEqual([1]);
    expect(toggled([1], 2)).toEqual([1, 2]);
  });
});
