import { describe, expect, it } from 'vitest';
import { KnownWords } from '../../../lib/prose/known-words.ts';
import { likenessNames, likenessOf, supportFault } from '../../../lib/prose/support.ts';
import type { Evidence } from '../../../lib/prose/evidence.ts';
import type { Support } from '../../../lib/prose/support.ts';

const sentences = ['The zeppelin was sold to a harbour.', 'Its crew painted the hangar green.'];

function cited(): Evidence {
  const text = sentences.join(' ');
  return {
    words: new KnownWords(text),
    sentences: sentences.map((sentence) => ({ words: new KnownWords(sentence), denies: false })),
    quantities: new Set(),
    episode: { stems: new Set(), letters: '' },
  };
}

function support({ elsewhere = [] as string[], isQuoting = false } = {}): Support {
  return { cited: [cited()], elsewhere: elsewhere.map((text) => new KnownWords(text)), isQuoting };
}

function likeness(words: string, held = support()): Record<string, number> {
  const values = likenessOf(words.split(' ').filter(Boolean), held);
  return Object.fromEntries(likenessNames.map((name, i) => [name, values[i] ?? Number.NaN]));
}

describe('likenessOf', () => {
  it('is all there is of words that are cited', () => {
    expect(likeness('zeppelin sold harbour')).toMatchObject({
      ...{ shared: 1, strangest: 1, ending: 1, sentence: 1, elsewhere: 0 },
      ...{ words: 0.15, strangeRun: 0, quoting: 0 },
    });
  });

  it('tells where words are strange, and how many in a row', () => {
    expect(likeness('zeppelin crew hangar quagga okapi bongo eland harbour')).toMatchObject({
      shared: 0.5,
      strangest: 0.2,
      ending: 0.25,
      sentence: 0.25,
      strangeRun: 0.8,
    });
  });

  it('tells what another paragraph has, and a quote beside', () => {
    const held = support({ elsewhere: ['a quagga and an okapi', 'a bongo'], isQuoting: true });
    expect(likeness('quagga okapi bongo zeppelin', held)).toMatchObject({ elsewhere: 0.5, quoting: 1 });
  });

  it('has a value for a claim without words', () => {
    expect(Object.values(likeness('')).every(Number.isFinite)).toBe(true);
  });
});

describe('supportFault', () => {
  it('finds no fault with a claim in the passage’s words, and with none beside a quote', () => {
    expect(supportFault('the crew painted the hangar green', support())).toBeNull();
    expect(supportFault('puts it plainly', support({ isQuoting: true }))).toBeNull();
  });

  it('finds a claim unlike its passage that has nothing of it, or that another paragraph has', () => {
    expect(supportFault('investors from Berlin wanted a quick exit', support())).toBe('unlike');
    expect(supportFault('', support())).toBe('unlike');
    expect(supportFault('investors left Berlin', support({ isQuoting: true }))).toBe('unlike');
    const held = support({ elsewhere: ['the pilot flew the zeppelin over the mountains in spring'] });
    expect(supportFault('the pilot flew the zeppelin over mountains in spring', held)).toBe('unlike');
  });

  it.each([30, 40, 60])('finds a claim of %i words unlike a passage that has a third of them', (words) => {
    const strange = ['quagga', 'okapi', 'zeppelin'];
    const claim = Array.from({ length: words }, (_, i) => strange[i % 3]).join(' ');
    expect(supportFault(claim, support())).toBe('unlike');
  });

  it.each([
    ['the zeppelin was sold to 7 harbours', 'strange-number'],
    ['the crew painted the hangar for Lufthansa', 'strange-name'],
    ['the crew never painted the hangar green', 'denial'],
  ])('%s: %s', (claim, fault) => {
    expect(supportFault(claim, support())).toBe(fault);
  });
});
