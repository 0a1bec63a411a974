import { describe, expect, it } from 'vitest';
import { inChunks } from '../../../app/transcript/chunks.ts';
import { excerptAround } from '../../../app/transcript/excerpt.ts';
import { fakeShelf } from '../../fixtures/fake-shelf.ts';

const shelf = fakeShelf();

describe('excerptAround', () => {
  it('cuts twelve paragraphs on each side out of the order that they are read in', () => {
    for (const transcript of shelf) {
      const order = transcript.body.flatMap(({ paragraphs }) => paragraphs.map(({ anchor }) => anchor));
      order.forEach((anchor, at) => {
        const excerpt = excerptAround(transcript, anchor.slice(anchor.indexOf('#') + 1));
        const cut = excerpt?.body.flatMap(({ paragraphs }) => paragraphs.map((each) => each.anchor));
        expect(cut).toEqual(order.slice(Math.max(0, at - 12), at + 13));
      });
    }
  });

  it('is null for a paragraph of another episode', () => {
    const [first] = shelf;
    expect(first && excerptAround(first, 'no-such-1')).toBeNull();
  });
});

describe('inChunks', () => {
  it('keeps every paragraph once, with what follows it', () => {
    const paragraphs = shelf.flatMap(({ body }) => body.flatMap((section) => section.paragraphs));
    const chunks = inChunks(paragraphs);
    expect(chunks.flat().map(({ paragraph }) => paragraph)).toEqual(paragraphs);
    expect(chunks.flat().map(({ next }) => next)).toEqual([...paragraphs.slice(1), undefined]);
    expect(Math.max(...chunks.map(({ length }) => length))).toBeLessThanOrEqual(20);
  });
});
