import { describe, expect, it } from 'vitest';
import { Directory } from '../../../lib/understand/directory.ts';
import { isEnglish } from '../../../lib/understand/english.ts';
import { intentOf, quotedPhrases } from '../../../lib/understand/intent.ts';
import { inventedEpisodes } from '../invented-shelf.ts';

const directory = new Directory(inventedEpisodes().episodes, isEnglish);

describe('intentOf', () => {
  it.each([
    ['How do Maren Schultze and Ines Okafor charge?', 'comparison'],
    ['Quill vs Ferrule on licences', 'comparison'],
    ['Which founders disagree about seats?', 'comparison'],
    ['What do the guests say about hiring?', 'overview'],
    ['Who said "seats punish the teams"?', 'quote-lookup'],
    ['Why did Inkwell cost one dollar?', 'passage'],
  ])('%s → %s', (question, intent) => {
    expect(intentOf(question, directory.find(question))).toBe(intent);
  });
});

describe('quotedPhrases', () => {
  it('finds what stands in quotation marks of any kind, longest first, and no apostrophes', () => {
    expect(quotedPhrases(`Who said “a promise” and 'not a fence at all'? It wasn't Ben's cat's.`)).toEqual([
      'not a fence at all',
      'a promise',
    ]);
  });
});
