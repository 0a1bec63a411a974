import { describe, expect, it } from 'vitest';
import { compares, intentOf, phrasesSaid } from '../../../lib/understand/intent.ts';
import { inventedDirectory } from '../invented-shelf.ts';

const directory = inventedDirectory();

describe('intentOf', () => {
  it.each([
    ['How do Maren Schultze and Ines Okafor charge?', 'comparison'],
    ['Quill vs Ferrule on licences', 'comparison'],
    ['Which founders disagree about seats?', 'open'],
    ['What do the guests say about hiring?', 'open'],
    ['When was it said that both licences fail?', 'open'],
    ['Who said "seats punish the teams"?', 'quote-lookup'],
    ['who said seats punish the teams', 'quote-lookup'],
    ['Who said something about seats?', 'open'],
    ['What has Hanna said about seats?', 'passage'],
    ['Why did Inkwell cost one dollar?', 'open'],
  ])('%s → %s', (question, intent) => {
    expect(intentOf(question, directory.find(question), [])).toBe(intent);
  });
});

describe('intentOf, of episodes and guests of several', () => {
  it('takes a question about one episode to be put to one', () => {
    expect(intentOf('Why was the price raised?', [], [3])).toBe('passage');
    expect(intentOf('Why was the price raised?', [], [3, 4])).toBe('open');
  });

  it('takes a question that names a guest of two episodes to be put to that guest', () => {
    const question = 'What does Maren Schultze say about seats?';
    const mentions = directory
      .find(question)
      .map((mention) => ({ ...mention, entity: { ...mention.entity, episodes: [11, 14] } }));
    expect(intentOf(question, mentions, [])).toBe('passage');
  });
});

describe('compares', () => {
  it.each([
    ['Which founders disagree about seats?', true],
    ['Seats versus volume?', true],
    ['Who charges by volume?', false],
  ])('%s: %s', (question, expected) => {
    expect(compares(question)).toBe(expected);
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
