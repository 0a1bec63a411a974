import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentencesOf } from '../../../lib/answer/sentences.ts';

const sentences = (text: string): string[] =>
  sentencesOf(text).map(({ start, end }) => text.slice(start, end));

describe('sentencesOf', () => {
  it('splits at full stops, question and exclamation marks', () => {
    expect(sentences('We had a price. Was it right? No! ')).toEqual([
      'We had a price.',
      'Was it right?',
      'No!',
    ]);
  });

  it('does not split after abbreviations and initials, in numbers or in names', () => {
    expect(
      sentences('We met Mr. Smith of Acme Inc. in the U.S. last year. It ran v. 2.5 of Rocket.Chat.'),
    ).toEqual(['We met Mr. Smith of Acme Inc. in the U.S. last year.', 'It ran v. 2.5 of Rocket.Chat.']);
  });

  it('does not split before a small letter', () => {
    expect(sentences('I thought, why not? and then I did. So there.')).toEqual([
      'I thought, why not? and then I did.',
      'So there.',
    ]);
  });

  it('keeps speech in quotation marks whole', () => {
    const speech = 'Docker said, “You know what? You have to pay. Now.” And that was it.';
    expect(sentences(speech)).toEqual([
      'Docker said, “You know what? You have to pay. Now.”',
      'And that was it.',
    ]);
  });

  it('splits after a quotation mark that never closes', () => {
    expect(sentences('He said “stop. We went on.')).toEqual(['He said “stop.', 'We went on.']);
  });

  it('covers every character but white space, once and in order', () => {
    const piece = fc.constantFrom(
      'a',
      'B',
      ' ',
      '.',
      '?',
      '“',
      '”',
      '\u00a0',
      '…',
      'e.g. ',
      '😀',
      '\n',
      'Inc.',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((pieces) => pieces.join('')),
        ),
        (text) => {
          let at = 0;
          for (const { start, end } of sentencesOf(text)) {
            expect(text.slice(at, start).trim()).toBe('');
            expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
            expect(end).toBeGreaterThan(start);
            at = end;
          }
          expect(text.slice(at).trim()).toBe('');
        },
      ),
    );
  });
});
