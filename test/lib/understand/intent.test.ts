import { describe, expect, it } from 'vitest';
import { intentOf, phrasesSaid } from '../../../lib/understand/intent.ts';
import { inventedDirectory } from '../invented-shelf.ts';

const directory = inventedDirectory();

describe('intentOf', () => {
  it.each([
    ['How do Maren Schultze and Ines Okafor charge?', 'comparison'],
    ['Quill vs Ferrule on licences', 'comparison'],
    ['Which founders disagree about seats?', 'comparison'],
    ['What do the guests say about hiring?', 'overview'],
    ['Who charges by volume?', 'overview'],
    ['What is said about licences?', 'overview'],
    ['Has anyone hired remotely?', 'overview'],
    ['Who disagrees about licences?', 'comparison'],
    ['Who owns the company?', 'passage'],
    ['Who was the product built for?', 'passage'],
    ['When was it said that both licences fail?', 'passage'],
    ['Who said "seats punish the teams"?', 'quote-lookup'],
    ['who said seats punish the teams', 'quote-lookup'],
    ['Who said something about seats?', 'overview'],
    ['Who else thinks that licences fail?', 'overview'],
    ['How is the product sold?', 'passage'],
    ['What has Hanna said about seats?', 'passage'],
    ['everyone in the office kept his own list of the seats and the lists differed', 'passage'],
    ['Why did Inkwell cost one dollar?', 'passage'],
  ])('%s → %s', (question, intent) => {
    expect(intentOf(question, directory.find(question))).toBe(intent);
  });
});

describe('phrasesSaid', () => {
  it('finds what stands in quotation marks of any kind, longest first, and no apostrophes', () => {
    expect(phrasesSaid(`Who said “a promise” and 'not a fence at all'? It wasn't Ben's cat's.`)).toEqual([
      'not a fence at all',
      'a promise',
    ]);
  });

  it.each([
    ['Who said that seats punish the teams?', ['seats punish the teams']],
    ['who says seats punish teams!', ['seats punish teams']],
    ['Who said what about seats and teams?', []],
    ['Who said anything about seats?', []],
    ['Who said yes?', []],
  ])('finds what stands after "who said": %s', (question, phrases) => {
    expect(phrasesSaid(question)).toEqual(phrases);
  });
});
