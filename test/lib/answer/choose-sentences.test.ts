import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { IndexedPassage } from '../../../index/passage-index.ts';
import { chooseSentences } from '../../../lib/answer/choose-sentences.ts';
import { quoteText } from '../../../lib/answer/quote.ts';
import { sentencesOf } from '../../../lib/answer/sentences.ts';
import type { Shelf } from '../../../lib/shelf.ts';
import { understand } from '../../../lib/understand/understand.ts';
import { realShelf } from '../shelf-fixtures.ts';

let shelf: Shelf;
let passages: IndexedPassage[];
beforeAll(async () => {
  shelf = await realShelf();
  passages = (await Promise.all(shelf.episodes.map(({ number }) => shelf.passagesOf(number)))).flat();
});

function chosenFrom(words: string, question: string, votes: readonly number[] = []): string {
  const passage = passages.find(({ text }) => text.includes(words));
  if (!passage) throw new Error(`No passage says “${words}”`);
  return quoteText(chooseSentences({ passage, votes }, understand(question, [], {}, shelf), shelf), shelf);
}

describe('chooseSentences', () => {
  it('takes the sentences that speak to the question', () => {
    const quote = chosenFrom(
      '300,000 daily active users',
      'How many daily active users has Passbolt Community Edition?',
    );
    expect(quote).toContain('around 300,000 daily active users');
  });

  it('takes the paragraph that readers’ words say answers it, though its own words do not', () => {
    const passage = 'pricing is the final boss';
    expect(chosenFrom(passage, 'What was the initial tariff at Dagster?')).toContain('no seats limit');
    expect(chosenFrom(passage, 'Why compare charging to a video game?')).toContain('final boss');
  });

  it('takes the paragraph that most of the questions near to the one asked were written about', () => {
    const passage = 'pricing is the final boss';
    expect(chosenFrom(passage, 'What went wrong?', [0.2, 0.01])).toContain('final boss');
    expect(chosenFrom(passage, 'What went wrong?', [0.01, 0.2])).toContain('no seats limit');
  });

  it('leaves courtesies out', () => {
    expect(chosenFrom('pricing is the final boss', 'What is the final boss?')).toMatch(/^I like to say/);
  });

  it('quotes at most six whole sentences, at most 130 words unless one is longer, of one paragraph of the passage', () => {
    const questions = passages.flatMap(({ enrichment }) => enrichment?.questions ?? []);
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (passageAt, questionAt) => {
        const passage = passages[passageAt % passages.length];
        const question = questions[questionAt % questions.length];
        if (!passage || question === undefined) throw new Error('An empty shelf');
        const quote = chooseSentences({ passage, votes: [] }, understand(question, [], {}, shelf), shelf);
        const span = passage.spans.find(
          ({ anchor, start, end }) => anchor === quote.anchor && start <= quote.start && quote.end <= end,
        );
        if (!span) throw new Error('The quote is not of the passage');
        const text = shelf.at(span.anchor)?.paragraph.text.slice(span.start, span.end) ?? '';
        const held = sentencesOf(text).filter(
          ({ start, end }) => span.start + start < quote.end && span.start + end > quote.start,
        );
        expect(held[0]?.start).toBe(quote.start - span.start);
        expect(held.at(-1)?.end).toBe(quote.end - span.start);
        expect(held.length).toBeLessThanOrEqual(6);
        if (held.length > 1) expect(quoteText(quote, shelf).split(/\s+/).length).toBeLessThanOrEqual(130);
      }),
      { numRuns: 500 },
    );
  });
});
