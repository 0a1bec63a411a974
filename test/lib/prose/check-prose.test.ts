import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProseChecker } from '../../../lib/prose/prose-checker.ts';
import { checked, marksOf, shelf, shown, sources } from './invented-sources.ts';

describe('quotations in prose', () => {
  it('verifies what stands letter by letter in the cited passage, and shows the source’s typesetting', () => {
    const text = 'Ada Ash says "we charge 20 euros a month - and nobody has ever complained" [1].';
    expect(shown(text)).toBe(
      'Ada Ash says “we charge 20 euros a month — and nobody has ever complained” [1].',
    );
    expect(marksOf(text)).toEqual(['verified: we charge 20 euros a month — and nobody has ever complained']);
    const { citations, support } = checked(text);
    expect(citations).toMatchObject([
      { anchor: '1#pricing-2', text: 'we charge 20 euros a month — and nobody has ever complained' },
    ]);
    expect(support).toEqual({ supported: 1, sentences: 1 });
  });

  it('repairs a slip with the source’s words, and keeps both', () => {
    const { blocks } = checked('Ada Ash says “We asked twenty customers what they would pay” [1].');
    expect(blocks[0]?.text).toBe('Ada Ash says “We asked twelve customers what they would pay” [1].');
    expect(blocks[0]?.marks).toEqual([
      {
        start: 14,
        end: 59,
        kind: 'repaired',
        citation: 1,
        original: 'We asked twenty customers what they would pay',
      },
    ]);
  });

  it('takes the quotation marks off what the cited passage does not hold', () => {
    const { blocks, support } = checked('Ada Ash says she charges “whatever the market will bear” [1].');
    expect(blocks[0]?.text).toBe('Ada Ash says she charges whatever the market will bear [1].');
    expect(blocks[0]?.marks).toContainEqual({
      start: 25,
      end: 54,
      kind: 'not-found',
      original: '“whatever the market will bear”',
    });
    expect(support.supported).toBe(0);
  });

  it.each([
    ['another passage', 'Ben Birch raised “80 million dollars in three rounds” [3][1].', 'verified'],
    ['a passage that is not cited', 'Ada Ash raised “80 million dollars in three rounds” [1].', 'not-found'],
    ['no passage', 'She raised “80 million dollars in three rounds”.', 'not-found'],
    ['a neighbour of the cited passage', 'Ada Ash says “they pay on time” [2].', 'verified'],
    ['single marks', "Ada Ash says 'nobody has ever complained' [1].", 'verified'],
    ['a citation inside the marks', 'Ada Ash says “nobody has ever complained [1].”', 'verified'],
    ['guillemets', 'Ada Ash says « nobody has ever complained » [1].', 'verified'],
  ])('looks in the cited passage and its neighbours: %s', (_, text, kind) => {
    expect(marksOf(text).map((mark) => mark.split(':')[0])).toContain(kind);
  });

  it.each([
    ['cuts a “not” off its front', 'Ada Ash says she wants “to be the cheapest” [1].'],
    ['leaves a denial out', 'Ada Ash says “we charge 20 euros … to be the cheapest” [1].'],
    ['cuts a number short', 'Ada Ash raised “$1” [2].'],
    ['joins words of two people', 'They say “How did you find your price … We asked twelve customers” [1].'],
    [
      'takes the parts in another order',
      'Ada says “nobody has ever complained … We asked twelve customers” [1].',
    ],
  ])('does not verify what %s', (_, text) => {
    expect(
      marksOf(text).filter((mark) => mark.startsWith('verified') || mark.startsWith('repaired')),
    ).toEqual([]);
  });

  it('allows words behind a “not” where the sentence says so itself', () => {
    expect(marksOf('Ada Ash does not want “to be the cheapest” [1].')).toEqual([
      'verified: to be the cheapest',
    ]);
  });

  it('allows words to be left out at an ellipsis: each part is a quote of its own', () => {
    const text = 'Ada Ash recalls: “We asked twelve customers … so we charge 20 euros a month” [1].';
    expect(marksOf(text)).toEqual([
      'verified: We asked twelve customers',
      'verified: so we charge 20 euros a month',
    ]);
    expect(shown(text)).toContain('20 euros a month” [1][2].');
  });

  it('never lets a lone quotation mark pass for a quote', () => {
    expect(shown('Ada Ash asked twelve customers what they “would pay [1].')).not.toMatch(/["“”]/);
  });
});

describe('citations in prose', () => {
  it('renumbers them by first use, and points each to the sentence that it rests on', () => {
    const text =
      'Ben Birch raised 80 million dollars [3]. Ada Ash raised $1.5 million from two angels [2]. Ben Birch raised 80 million dollars in three rounds [3].';
    expect(shown(text)).toBe(
      'Ben Birch raised 80 million dollars [1]. Ada Ash raised $1.5 million from two angels [2]. Ben Birch raised 80 million dollars in three rounds [1].',
    );
    expect(checked(text).citations.map((span) => span.text)).toEqual([
      'Yes, we raised 80 million dollars in three rounds.',
      'In 2019 we raised $1.5 million from two angels.',
    ]);
    expect(checked(text).blocks[0]?.citations).toEqual([1, 2]);
    expect(marksOf(text)).toEqual([]);
  });

  it('drops and marks numbers that do not exist', () => {
    const { blocks, support } = checked('Ben Birch raised 80 million dollars [3][9]. He grew [0].');
    expect(blocks[0]?.text).toBe('Ben Birch raised 80 million dollars [1]. He grew.');
    expect(blocks[0]?.marks).toEqual([
      { start: 0, end: 40, kind: 'dropped-citation', original: '[9]' },
      { start: 41, end: 49, kind: 'unsupported' },
      { start: 41, end: 49, kind: 'dropped-citation', original: '[0]' },
    ]);
    expect(support).toEqual({ supported: 1, sentences: 2 });
  });

  it.each(['[3]', '[ 3 ]', '【3】', '【3†source】', '[passage 3]', '[^3]', '[3, 3]'])(
    'reads %s',
    (marker) => {
      expect(shown(`Ben Birch raised 80 million dollars ${marker}.`)).toBe(
        'Ben Birch raised 80 million dollars [1].',
      );
    },
  );

  it('reads lists and ranges, and citations behind the full stop', () => {
    const text =
      'Ada Ash and Ben Birch raised money from angels and investors. [2–3] Ben Birch raised it in three rounds. [3]';
    expect(checked(text).support).toEqual({ supported: 2, sentences: 2 });
    expect(shown('Ada Ash and Ben Birch raised money [2, 3].')).toMatch(/\[1\]\[2\]\.$/);
  });
});

describe('support of prose', () => {
  it.each([
    ['has no citation', 'Ada Ash charges 20 euros a month.'],
    ['shares too little with what it cites', 'Ada Ash hires engineers in Lisbon through friends [1].'],
    [
      'makes a claim beside the supported one',
      'Ada Ash charges 20 euros a month and sponsors local football clubs, hiring retired goalkeepers [1].',
    ],
    ['gives another number', 'Ada Ash charges 25 euros a month [1].'],
    [
      'gives a name that nobody mentions',
      'Ada Ash asked twelve customers of Oracle what they would pay [1].',
    ],
    ['links to somewhere', 'Ada Ash charges 20 euros a month at https://evil.example/pay [1].'],
    ['denies what is not denied', 'Ben Birch never raised 80 million dollars in three rounds [3].'],
  ])('marks a sentence that %s', (_, text) => {
    expect(marksOf(text)[0]).toMatch(/^unsupported: /);
    expect(checked(text).support).toEqual({ supported: 0, sentences: 1 });
  });

  it.each([
    'Ada Ash asked 12 customers what they would pay, and charges 20 euros monthly [1].',
    'Ada Ash raised 1.5 million dollars in 2019, from two angels and without venture capital [2].',
    'Investors pushed Ben Birch to grow faster than he wanted, after he raised $80M [3].',
    'Ada Ash puts it plainly: “nobody has ever complained” [1].',
    'Hanna Host welcomes Ada Ash and asks about her price [4].',
  ])('marks nothing as unsupported in %j', (text) => {
    expect(marksOf(text).filter((mark) => !mark.startsWith('verified'))).toEqual([]);
  });
});

describe('speakers in prose', () => {
  it.each([
    ['another guest', 'Ben Birch says he charges 20 euros a month, and nobody has ever complained [1].'],
    ['the host', 'Hanna Host says nobody has ever complained about 20 euros a month [1].'],
    ['a first name alone', 'According to Ben, nobody has ever complained about 20 euros a month [1].'],
    ['a name behind the words', '“Nobody has ever complained”, says Ben Birch [1].'],
    [
      'one of two',
      'Ada Ash says “nobody has ever complained” [1], while Ada Ash says “Investors pushed us to grow” [3].',
    ],
    [
      'two quotes swapped',
      'Ada Ash says “Investors pushed us to grow”, Ben Birch says “nobody has ever complained” [1][3].',
    ],
    ['a possessive', 'In Ben Birch’s view, nobody has ever complained about 20 euros a month [1].'],
    [
      'two people where one speaks',
      'Ada Ash and Ben Birch say nobody has ever complained about 20 euros [1].',
    ],
    [
      'nobody where a stretch goes on',
      'Ada Ash says she charges 20 euros a month [1] and raised 80 million dollars [3].',
    ],
    ['somebody who is not spoken of', 'Ben Birch charges 20 euros a month [1].'],
  ])('marks words given to %s', (_, text) => {
    expect(marksOf(text).some((mark) => mark.startsWith('wrong-speaker: '))).toBe(true);
    expect(marksOf(text).some((mark) => mark.startsWith('verified: '))).toBe(false);
    expect(checked(text).support.supported).toBe(0);
    expect(shown(text)).not.toMatch(/[“”"]/);
  });

  it('marks a sentence that goes on with “he” about somebody else', () => {
    const text = 'Ben Birch says he raised 80 million dollars [3]. He charges 20 euros a month [1].';
    expect(marksOf(text)).toEqual(['wrong-speaker: He charges 20 euros a month [2].']);
  });

  it.each([
    'Ada Ash says “nobody has ever complained” [1], while Ben Birch says “Investors pushed us to grow” [3].',
    '“Nobody has ever complained”, says Ada Ash [1], and “Investors pushed us to grow”, says Ben Birch [3].',
    'Both Ada Ash and Ben Birch raised money from angels or investors [2][3].',
    'Hanna Host asks Ben Birch, “did you take venture capital?” [3].',
    'Ada charges 20 euros a month [1].',
    'Ash’s view is that nobody has ever complained [1].',
    'Ada Ash raised $1.5 million, while Ben’s investors pushed him to grow faster [2][3].',
  ])('lets each speaker have their own words in %j', (text) => {
    expect(marksOf(text).filter((mark) => mark.startsWith('wrong-speaker'))).toEqual([]);
  });
});

describe('the form of prose', () => {
  it('becomes plain text, a block a line, without headings', () => {
    const text =
      '## Pricing\n\n- **Ada Ash** charges `20 euros` a month [1].\r\n2. Ada Ash [raised](https://x.example) <b>$1.5 million</b> ![x](https://x.example/y.png) [2].\n';
    expect(shown(text)).toBe('Ada Ash charges 20 euros a month [1].\nAda Ash raised $1.5 million x [2].');
  });

  it('passes over lines without words', () => {
    expect(checked('---\n\n[1]\n***\n')).toEqual({
      blocks: [],
      citations: [],
      support: { supported: 0, sentences: 0 },
    });
  });

  it('does not cut sentences at abbreviations, numbers, or within quotations', () => {
    const text =
      'Ada Ash, e.g. of Ash Inc. in Oslo, charges 20.5 euros a month [1]. Ada says “We asked twelve customers what they would pay. Most of them said” [1]. Ada charges 20 euros [1]!';
    expect(checked(text).support.sentences).toBe(3);
  });
});

describe('streaming', () => {
  const prose =
    'Ada Ash says "nobody has ever complained" [1]. Ben Birch, i.e. “Ben”, raised 80 million dollars. [3] [9]\n\n- **Ada** never took “venture capital.” [2]\nHe said “We don’t want to be the cheapest … ever” [1, 2]. The end';

  it('gives the same whatever pieces the text comes in', () => {
    const whole = checked(prose);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1 }), (lengths) => {
        const checker = new ProseChecker(sources, shelf);
        for (let at = 0, piece = 0; at < prose.length; piece++) {
          const length = lengths[piece % lengths.length] ?? 1;
          checker.write(prose.slice(at, at + length));
          at += length;
        }
        checker.end();
        expect(checker.checked()).toEqual(whole);
      }),
    );
  });

  it('never takes back what it has checked, and shows no unchecked quotation or half a citation', () => {
    const checker = new ProseChecker(sources, shelf);
    let before = '';
    for (const character of prose) {
      checker.write(character);
      const text = checker
        .checked()
        .blocks.map((block) => block.text)
        .join('\n');
      expect(text.startsWith(before)).toBe(true);
      before = text;
      const preview = checker
        .preview()
        .blocks.map((block) => block.text)
        .join('\n');
      expect(preview.startsWith(text)).toBe(true);
      expect(preview.slice(text.length)).not.toMatch(/["“”[\]*]/);
    }
  });
});
