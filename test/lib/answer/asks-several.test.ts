import { describe, expect, it } from 'vitest';
import { asksSeveral } from '../../../lib/answer/asks-several.ts';
import { understand } from '../../../lib/understand/understand.ts';
import { inventedShelf } from '../invented-shelf.ts';
import { nothingWritten } from '../../fixtures/nothing-written.ts';
import { foundPassage } from './found-passage.ts';

/** Of what so many guests say, each less likely to answer than the one before by this factor. */
async function asked(question: string, factor: number, { guests = 4, isRead = true } = {}): Promise<boolean> {
  const { shelf } = await inventedShelf();
  const ranked = Array.from({ length: guests }, (_, i) => {
    const found = foundPassage(String.fromCodePoint(65 + i), 0.8 * factor ** i);
    return { ...found, passage: { ...found.passage, enrichment: isRead ? nothingWritten : null }, votes: [] };
  });
  return asksSeveral({ ranked, understanding: understand(question, [], {}, shelf) });
}

describe('asksSeveral', () => {
  it.each([
    'Which guests have sold zeppelins?',
    'What do the founders say about quaggas?',
    'Has anybody here ever flown?',
    'stories of lost quaggas',
    'how do you sell a zeppelin?',
  ])('%s: where several are as likely to answer', async (question) => {
    expect(await asked(question, 0.9)).toBe(true);
    expect(await asked(question, 0.9, { isRead: false })).toBe(true);
  });

  it.each([
    'Why did the zeppelin company sell its hangar?',
    'how do you sell a zeppelin?',
    'What is a quagga?',
    'stories of lost quaggas',
  ])('not %s, where one guest alone comes near', async (question) => {
    expect(await asked(question, 0.02)).toBe(false);
    expect(await asked(question, 0.02, { isRead: false })).toBe(false);
    expect(await asked(question, 1, { guests: 1 })).toBe(false);
  });

  it('says the same of a large shelf', async () => {
    expect(await asked('stories of lost quaggas', 1, { guests: 60 })).toBe(
      await asked('stories of lost quaggas', 1, { guests: 5 }),
    );
  });
});
