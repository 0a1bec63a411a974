import { expect, it } from 'vitest';
import { readingOf } from '../../../lib/retrieve/reading.ts';
import { inventedEpisodes } from '../invented-shelf.ts';

it('tells whether anybody wrote about the best passage, or about nearly all', () => {
  const { passages } = inventedEpisodes();
  const read = passages.filter(({ enrichment }) => enrichment !== null);
  const unread = passages.filter(({ enrichment }) => enrichment === null);
  expect(readingOf([...read, ...unread])).toBe('enriched');
  expect(readingOf([...unread, ...read])).toBe('bare');
  expect(readingOf([])).toBe('bare');
  const [one] = read;
  const [other] = unread;
  if (!one || !other) throw new RangeError('not both');
  const around = (count: number) => [
    other,
    ...Array.from({ length: 9 }, (_, i) => (i < count ? one : other)),
  ];
  expect(readingOf(around(8))).toBe('enriched');
  expect(readingOf(around(7))).toBe('bare');
});
