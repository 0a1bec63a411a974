import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellIn, spokenIn } from '../../../app/topics/spoken.ts';
import { shadeOf, sortedTopics, wordsOf } from '../../../app/topics/topic-order.ts';
import { fakeShelf } from '../../fixtures/fake-shelf.ts';
import { fakeTopics } from '../../fixtures/fake-topics.ts';

const shelf = fakeShelf();
const topics = fakeTopics(shelf);
const kevin = shelf.findIndex(({ number }) => number === 69);

describe('topics', () => {
  it('sort by name, by all words and by one guest’s', () => {
    expect(sortedTopics(topics, 'name').map(({ slug }) => slug)).toEqual([
      'community',
      'hiring',
      'licensing',
      'pricing',
    ]);
    const descending = (numbers: number[]) => numbers.toSorted((a, b) => b - a);
    const all = sortedTopics(topics, 'words').map(wordsOf);
    expect(all).toEqual(descending(topics.map(wordsOf)));
    const own = sortedTopics(topics, kevin).map(({ cells }) => cells[kevin]?.words);
    expect(own).toEqual(descending(topics.map(({ cells }) => cells[kevin]?.words ?? 0)));
    expect(own[0]).toBeGreaterThan(0);
  });

  it('are darker the more is said', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(5000), fc.integer({ min: 1, max: 5000 }), (a, b, most) => {
        const [less, more] = a < b ? [a, b] : [b, a];
        expect(shadeOf(less, most)).toBeLessThanOrEqual(shadeOf(more, most));
      }),
    );
    expect([shadeOf(0, 9), shadeOf(1, 9), shadeOf(9, 9)]).toEqual([0, 1, 4]);
  });

  it('open a cell by topic, guest and episode, with its paragraphs in order', () => {
    const named = cellIn(topics, { topic: 'pricing', guest: 'Kevin Mueller', episode: 69 });
    const transcript = shelf[kevin];
    if (named === null || transcript === undefined) throw new Error('no such cell');
    const spoken = spokenIn(named.cell, transcript);
    expect(spoken.map(({ paragraph }) => paragraph.anchor)).toEqual(named.cell.anchors);
    expect(spoken.every(({ paragraph }) => /pric/i.test(paragraph.text))).toBe(true);
    expect(cellIn(topics, { topic: 'pricing', guest: 'Kevin Mueller', episode: 68 })).toBeNull();
    expect(cellIn(topics, { topic: 'nonsense', guest: 'Kevin Mueller', episode: 69 })).toBeNull();
  });
});
