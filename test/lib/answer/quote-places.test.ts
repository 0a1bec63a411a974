import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passagesOf } from '../../../ingest/passages.ts';
import { quotePlaces } from '../../../lib/answer/quote-places.ts';
import { quotable } from '../../../lib/prose/find-quote.ts';
import { isInsideWord, plainText } from '../../../lib/prose/plain-text.ts';
import { episodeOf } from '../../index/sample-shelf.ts';
import { smallShelf } from '../shelf-fixtures.ts';

/** Words that are typeset in different ways, in scripts with and without cases, and one within another. */
const words = [
  ...[
    'price',
    'Prices',
    'pri\u00adcing',
    'don’t',
    'don',
    "can't",
    'café',
    'cafe\u0301',
    'naïve',
    '1.5',
    '1',
    '$1',
  ],
  ...[
    'ΟΔΟΣ',
    'οδοσ',
    'ΟΔΟΣ\u200b',
    'İstanbul',
    'istanbul',
    '\u212aelvin',
    'kelvin',
    '한국',
    '한',
    '会社',
    '𐐀x',
    'x',
    '𝐀',
  ],
  ...[
    'so\u200bftware',
    'open-source',
    'open',
    'source',
    '😀',
    'you',
    'know',
    'what',
    'I',
    'mean',
    '“said”',
    'ends.',
  ],
];
const word = fc.constantFrom(...words);
const between = fc.constantFrom(' ', '\u00a0', ', ', ' – ', '. ', '  ');
const spoken = (fewest: number, most: number) =>
  fc.array(fc.tuple(word, between), { minLength: fewest, maxLength: most, size: 'max' }).map((pairs) =>
    pairs
      .map(([said, space]) => said + space)
      .join('')
      .trim(),
  );

const paragraphs = fc.sample(fc.oneof(spoken(1, 12), spoken(185, 230)), { numRuns: 40, seed: 7 });
const interviews = Array.from({ length: 10 }, (_, i) =>
  episodeOf(
    i + 1,
    'Talk',
    paragraphs.slice(4 * i, 4 * i + 4).map((text, turn) => ({
      speaker: turn % 2 === 0 ? 'Hanna Host' : `Guest ${i}`,
      role: turn % 2 === 0 ? ('host' as const) : ('guest' as const),
      text,
    })),
  ),
);
const shelf = await smallShelf({
  episodes: interviews.map(({ episode }) => episode),
  passages: (await Promise.all(interviews.map(({ episode }) => passagesOf(episode, new Map())))).flat(),
});

const plain = new Map(
  shelf.episodes.flatMap((episode) =>
    episode.paragraphs.map(({ anchor, text }) => [anchor, plainText(text).plain] as const),
  ),
);

/** Every paragraph compared with the phrase at every place, whatever words it holds. */
function exactPlaces(phrase: string): string[] {
  const needle = quotable(phrase);
  if (needle === '') return [];
  return [...plain].flatMap(([anchor, text]) => {
    for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) {
      if (!isInsideWord(text, at) && !isInsideWord(text, at + needle.length)) return [anchor];
    }
    return [];
  });
}

const anywhere = { shelf, filters: {}, preferred: [] };
const typeset = fc.constantFrom<(text: string) => string>(
  (text) => text,
  (text) => text.normalize('NFC').toLowerCase(),
  (text) => text.normalize('NFD').toUpperCase(),
  (text) =>
    text
      .replace(/[\u00ad\u200b]/g, '')
      .replaceAll('’', "'")
      .replace(/\s+/g, ' '),
);
/** Consecutive words of a paragraph, typeset otherwise. */
const excerpt = fc
  .tuple(
    fc.constantFrom(...paragraphs),
    fc.nat(),
    fc.oneof(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 170, max: 200 })),
    typeset,
  )
  .map(([text, from, length, change]) => {
    const said = text.split(/(?<=[\s\u00a0])/u);
    const start = from % said.length;
    return change(said.slice(start, start + length).join(''));
  });

describe('the places of a phrase', () => {
  it('are all those where it stands letter by letter, as comparing every paragraph finds them', async () => {
    let found = 0;
    await fc.assert(
      fc.asyncProperty(fc.oneof(excerpt, spoken(1, 3)), async (phrase) => {
        const expected = exactPlaces(phrase);
        const places = await quotePlaces(phrase, { ...anywhere, enough: Infinity });
        const exact = places.filter(({ similarity }) => similarity === 1).map(({ anchor }) => anchor);
        // A phrase of no letter and no digit says nothing.
        if (/[\p{L}\p{N}]/u.test(phrase)) expect(exact.sort()).toEqual(expected.sort());
        else expect(places).toEqual([]);
        found += exact.length;
      }),
      { numRuns: 150, seed: 11 },
    );
    expect(found).toBeGreaterThan(300);
  });

  it('are searched for no longer than there are enough', async () => {
    const all = exactPlaces('know');
    const last = Number.parseInt(all.at(-1) ?? '', 10);
    const some = await quotePlaces('know', { ...anywhere, enough: 2, preferred: [last] });
    expect(some[0]?.anchor).toMatch(new RegExp(`^${last}#`));
    expect(some.length).toBeGreaterThanOrEqual(2);
    expect(all.length).toBeGreaterThan(some.length);
  });

  it('are the nearest where it stands nowhere, though a word is spelt otherwise', async () => {
    const [text = ''] = paragraphs.filter((each) => each.length > 40 && each.length < 200);
    const phrase = text.replace(/\p{L}(?=\P{L}*$)/u, 'q');
    expect(exactPlaces(phrase)).toEqual([]);
    const places = await quotePlaces(phrase, { ...anywhere, enough: 4 });
    expect(places.map(({ similarity }) => similarity >= 0.9)).toContain(true);
    expect(places.every(({ similarity }) => similarity < 1)).toBe(true);
  });

  it('are found where an apostrophe is written as a letter', async () => {
    const { episode } = episodeOf(1, 'Talk', [
      { speaker: 'Ada Able', role: 'guest', text: 'I don\u02bct know why.' },
    ]);
    const small = await smallShelf({
      episodes: [episode],
      passages: await passagesOf(episode, new Map()),
    });
    const places = await quotePlaces("don't know why", { ...anywhere, shelf: small, enough: 4 });
    expect(places).toMatchObject([{ similarity: 1 }]);
  });

  it('are those of the chosen episodes and guests alone', async () => {
    const filters = { episodes: [3, 4], guests: ['Guest 3'] };
    const places = await quotePlaces('know', { ...anywhere, filters, enough: Infinity });
    const expected = exactPlaces('know').filter((anchor) => /^4#talk-[24]$/.test(anchor));
    expect(places.map(({ anchor }) => anchor)).toEqual(expected);
    expect(expected.length).toBeGreaterThan(0);
  });

  it('are looked for only in episodes that hold all of its words', async () => {
    const small = await smallShelf();
    const unpacked: number[] = [];
    const watched = new Proxy(small, {
      get: (target, key) => (key === 'episodes' ? episodes : (Reflect.get(target, key) as unknown)),
    });
    const episodes = small.episodes.map(
      (episode) =>
        new Proxy(episode, {
          get: (target, key) => {
            if (key === 'paragraphs') unpacked.push(episode.number);
            return Reflect.get(target, key) as unknown;
          },
        }),
    );
    const options = { ...anywhere, shelf: watched, enough: 4 };
    expect(await quotePlaces('it was far too cheap', options)).toMatchObject([{ similarity: 1 }]);
    expect(unpacked).toEqual([7]);
    expect(await quotePlaces('nobody ever mentions zebras', options)).toEqual([]);
    expect(unpacked).toEqual([7]);
  });
});
