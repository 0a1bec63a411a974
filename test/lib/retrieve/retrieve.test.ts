import { describe, expect, it } from 'vitest';
import type { Filters } from '../../../lib/protocol.ts';
import type { Retrieval } from '../../../lib/retrieve/retrieve.ts';
import { retrieve } from '../../../lib/retrieve/retrieve.ts';
import { understand } from '../../../lib/understand/understand.ts';
import { inventedShelf } from '../invented-shelf.ts';

async function ask(question: string, filters: Filters = {}): Promise<Retrieval> {
  const { shelf, embedder } = await inventedShelf();
  return retrieve(understand(question, [], filters, shelf), { shelf, embedder });
}

describe('retrieve', () => {
  it('ranks the passage first that answers', async () => {
    const { ranked } = await ask('Was the subscription price of Inkwell too cheap?');
    expect(ranked[0]?.passage.text).toMatch(/suspiciously cheap/);
    expect(ranked[0]?.nearestQuestion).toBe('How did the first subscription price turn out?');
  });

  it('counts the questions near to the one asked, by the span that they were written about', async () => {
    const { ranked } = await ask('How did the first subscription price turn out?');
    const [first] = ranked;
    expect(first?.votes).toHaveLength(1);
    expect(first?.votes[0]).toBeGreaterThan(0.9);
    const isWrittenAbout = ({ passage }: (typeof ranked)[number]): boolean => passage.enrichment !== null;
    expect(ranked.filter((one) => !isWrittenAbout(one)).map(({ votes }) => votes)).toEqual(
      ranked.filter((one) => !isWrittenAbout(one)).map(() => []),
    );
  });

  it('finds with names and words misspelt what it finds where they are not', async () => {
    const texts = async (question: string) =>
      (await ask(question)).ranked
        .slice(0, 3)
        .map(({ passage }) => passage.text)
        .sort();
    const found = await texts('why is tobbias linqvist hirring remotley');
    expect(found).toEqual(await texts('why is tobias lindqvist hiring remotely'));
    expect(found).toContainEqual(expect.stringContaining('we hire remotely'));
  });

  it('gives scores in [0, 1], descending, and a confidence in [0, 1]', async () => {
    const { ranked, confidence } = await ask('Which licence do they use and why?');
    const scores = ranked.map(({ score }) => score);
    expect(scores.length).toBeGreaterThan(3);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    for (const value of [...scores, confidence]) {
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(1);
    }
  });

  it('stays inside the filters', async () => {
    const byGuest = await ask('price', { guests: ['Ines Okafor'] });
    expect(byGuest.ranked.map(({ passage }) => passage.speaker)).toEqual(['Ines Okafor']);
    const byEpisode = await ask('price', { episodes: [12] });
    expect(new Set(byEpisode.ranked.map(({ passage }) => passage.episode))).toEqual(new Set([12]));
  });

  it('is surer of what the shelf speaks about than of what it does not', async () => {
    const known = await ask('Why did per-seat pricing go?');
    const unknown = await ask('Will it rain tomorrow afternoon?');
    expect(known.confidence).toBeGreaterThan(unknown.confidence);
  });

  it('answers a question of stop words alone with some ranking and no fault', async () => {
    expect((await ask('what about it then')).ranked.length).toBeGreaterThan(0);
  });
});
