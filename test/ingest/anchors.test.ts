import { expect, it } from 'vitest';
import { interview } from '../fixtures/small-shelf.ts';
import { episodeIn } from './parsed.ts';

const before = interview(3, 'Cleo Cedar', 'Barkly', 'bird houses');

/** The words at each anchor of a section. */
async function section(text: string, slug: string): Promise<Record<string, string>> {
  const { paragraphs } = await episodeIn(text);
  const own = paragraphs.filter(({ anchor }) => anchor.startsWith(`3#${slug}-`));
  return Object.fromEntries(own.map((paragraph) => [paragraph.anchor, paragraph.text]));
}

it.each([
  ['grew', before.replace('Cleo: We asked', 'Cleo: That was hard.\n\nHanna: Why?\n\nCleo: We asked')],
  ['was named otherwise', before.replace('Pricing\n', 'What it costs\n')],
  [
    'was put in',
    before.replace('Pricing\n', 'Beginnings\n\nHanna: How did you begin?\n\nCleo: Late.\n\nPricing\n'),
  ],
  ['was taken out', before.replace(/Pricing\n[^]*(?=Hiring\n)/u, '')],
])('a section keeps its anchors where another %s', async (_, after) => {
  expect(after).not.toBe(before);
  const hiring = await section(before, 'hiring');
  expect(Object.keys(hiring)).toEqual(['3#hiring-1', '3#hiring-2']);
  expect(await section(after, 'hiring')).toEqual(hiring);
});
