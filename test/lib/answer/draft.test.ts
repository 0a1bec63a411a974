import { beforeAll, describe, expect, it } from 'vitest';
import { citationFault } from '../../../lib/answer/citation.ts';
import { Draft, silence } from '../../../lib/answer/draft.ts';
import type { Quote } from '../../../lib/answer/quote.ts';
import type { Shelf } from '../../../lib/shelf.ts';
import { quoteOf, smallShelf } from '../shelf-fixtures.ts';

let shelf: Shelf;
let cheap: Quote;
let asked: Quote;
let stickers: Quote;
beforeAll(async () => {
  shelf = await smallShelf();
  cheap = quoteOf('We charged one dollar and it was far too cheap;', shelf);
  asked = quoteOf('the café next door asked more.', shelf);
  stickers = quoteOf('we thank them with stickers', shelf);
});

function unexpected(error: Error): never {
  throw error;
}

describe('Draft', () => {
  it('numbers citations by first use, and gives a quote used twice one number', () => {
    const draft = new Draft(shelf);
    draft.say('Ben Best (episode 9):', { guest: 'Ben Best' });
    draft.quote('Ben Best', stickers);
    draft.row('Ada Able', [cheap, asked]);
    draft.say('In short:', { quotes: [asked, stickers] });
    const { blocks, citations } = draft.finish(unexpected);
    expect(blocks.map((block) => block.citations)).toEqual([[], [1], [2, 3], [3, 1]]);
    expect(citations.map(({ n, quote, speaker, episode }) => ({ n, quote, speaker, episode }))).toEqual([
      { n: 1, quote: 'we thank them with stickers', speaker: 'Ben Best', episode: 9 },
      { n: 2, quote: 'We charged one dollar and it was far too cheap;', speaker: 'Ada Able', episode: 7 },
      { n: 3, quote: 'the café next door asked more.', speaker: 'Ada Able', episode: 7 },
    ]);
  });

  it('shows the words of the source, each in quotation marks in a row, and says so where a guest is silent', () => {
    const draft = new Draft(shelf);
    draft.quote('Ben Best', stickers);
    draft.row('Ada Able', [cheap, asked]);
    draft.row('Ben Best', []);
    expect(draft.finish(unexpected).blocks.map(({ text }) => text)).toEqual([
      'we thank them with stickers',
      '“We charged one dollar and it was far too cheap;” “the café next door asked more.”',
      silence,
    ]);
  });

  it('leaves out a quote that is shown as somebody else’s, and reports it', () => {
    const faults: Error[] = [];
    const draft = new Draft(shelf);
    draft.row('Ben Best', [cheap, stickers]);
    draft.quote('Ben Best', cheap);
    const { blocks, citations } = draft.finish((error) => faults.push(error));
    expect(citations.map(({ quote }) => quote)).toEqual(['we thank them with stickers']);
    expect(blocks).toHaveLength(1);
    expect(faults.map(({ message }) => message)).toEqual([
      `The quote ${cheap.anchor} 0–47 was left out: it is shown as Ben Best's`,
      `The quote ${cheap.anchor} 0–47 was left out: it is shown as Ben Best's`,
    ]);
  });

  it.each([
    [
      'a paragraph that is not there',
      { anchor: '7#nowhere-1', start: 0, end: 3 },
      'there is no such paragraph',
    ],
    ['a span past the end', { anchor: '9#community-2', start: 5, end: 5000 }, 'there is no such span'],
    ['an empty span', { anchor: '9#community-2', start: 5, end: 5 }, 'there is no such span'],
    ['half a character', { anchor: '9#community-2', start: 0.5, end: 5 }, 'there is no such span'],
  ])('leaves out %s', (_, quote, reason) => {
    const faults: Error[] = [];
    const draft = new Draft(shelf);
    draft.quote('Ben Best', quote);
    expect(draft.finish((error) => faults.push(error))).toEqual({ blocks: [], citations: [] });
    expect(faults).toHaveLength(1);
    expect(faults[0]?.message).toContain(reason);
    expect(() => draft.finish(unexpected)).toThrow(reason);
  });
});

describe('citationFault', () => {
  const faultWith = (change: object): string | null => {
    const draft = new Draft(shelf);
    draft.quote('Ben Best', stickers);
    const [citation] = draft.finish(unexpected).citations;
    if (!citation) throw new Error('No citation');
    return citationFault({ ...citation, ...change }, shelf);
  };

  it('finds none in what was sliced from the shelf', () => {
    expect(faultWith({})).toBeNull();
  });

  it.each([
    ['another word', { quote: 'we thank them with flowers' }, 'the words differ from the source'],
    ['another case', { quote: 'We thank them with stickers' }, 'the words differ from the source'],
    ['a span beside the words', { start: 29 }, 'the words differ from the source'],
    ['no words', { quote: '', start: 0, end: 0 }, 'the words differ from the source'],
    ['another speaker', { speaker: 'Ada Able' }, 'somebody else said it'],
    ['another episode', { episode: 7 }, 'it stands in another episode'],
    ['no paragraph', { anchor: '9#community-9' }, 'there is no paragraph at 9#community-9'],
  ])('finds %s', (_, change, fault) => {
    expect(faultWith(change)).toBe(fault);
  });
});
