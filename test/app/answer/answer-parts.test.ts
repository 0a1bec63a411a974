import { describe, expect, it } from 'vitest';
import { answerParts } from '../../../app/answer/answer-parts.ts';
import { fakeAnswer } from '../../fixtures/fake-answers.ts';
import { fakeShelf } from '../../fixtures/fake-shelf.ts';

function partsOf(question: string) {
  const { blocks, citations } = fakeAnswer(fakeShelf(), question);
  return answerParts(blocks, citations);
}

describe('answerParts', () => {
  it('puts quotes under the lead-in of their guest', () => {
    const parts = partsOf('pricing');
    expect(parts.map((part) => part.type === 'guest' && [part.guest, part.lead, part.quotes.length])).toEqual(
      [
        ['Kevin Mueller', 'Kevin Mueller, Passbolt (episode 69):', 2],
        ['Nick Schrock', 'Nick Schrock, Dagster Labs (episode 65):', 1],
      ],
    );
  });

  it('puts rows into one table, silent guests included', () => {
    const [, table] = partsOf('compare');
    expect(
      table?.type === 'table' && table.rows.map(({ guest, citations }) => [guest, citations.length]),
    ).toEqual([
      ['Kevin Mueller', 1],
      ['Nick Schrock', 1],
      ['Amandine Le Pape', 0],
    ]);
  });

  it('makes a card of quotes that nothing leads in, and ignores numbers that cite nothing', () => {
    const { citations } = fakeAnswer(fakeShelf(), 'weather');
    const quote = { type: 'quote' as const, text: 'Talk to your users.', citations: [1, 9] };
    expect(answerParts([quote], citations)).toEqual([
      { type: 'guest', guest: 'Kevin Mueller', lead: null, quotes: [{ text: quote.text, citations }] },
    ]);
  });
});
