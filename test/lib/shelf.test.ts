import { expect, it } from 'vitest';
import { inventedShelf } from './invented-shelf.ts';

it('finds a paragraph with its turn and episode by anchor', async () => {
  const { shelf } = await inventedShelf();
  const placed = shelf.at('12#building-the-team-2');
  expect(placed?.paragraph.text).toMatch(/^Everywhere between Lisbon/);
  expect(placed?.turn.speaker).toBe('Tobias Lindqvist');
  expect(placed?.episode.number).toBe(12);
  expect(shelf.at('12#building-the-team-99')).toBeUndefined();
  expect(shelf.episode(13)?.company).toBe('Brightloom');
  expect(shelf.episode(99)).toBeUndefined();
});
