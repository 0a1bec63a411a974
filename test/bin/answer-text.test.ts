import { describe, expect, it } from 'vitest';
import { answerText } from '../../bin/terminal/answer-text.ts';
import { sampleAnswer, sampleCitation } from '../fixtures/sample-answer.ts';
import { fakeScreen } from './fake-terminal.ts';

const plain = fakeScreen().screen;

describe('an answer on the terminal', () => {
  it('shows lead-in, quote and numbered source', () => {
    expect(answerText(sampleAnswer(), plain)).toBe(
      [
        'Anna Almond, Treeline (episode 1):',
        '',
        '    “We asked ten customers what it was worth to them.” [1]',
        '',
        'Sources',
        '  [1] Anna Almond, Ep 1 › Pricing',
        '      ≈ 1:20 · 1#pricing-1',
        '',
      ].join('\n'),
    );
  });

  it('keeps to the columns of the terminal, and cuts only what leads to the source', () => {
    const quote = 'word '.repeat(60).trim();
    const section = 'A very long question of the host that names the section because its heading was lost';
    const answer = sampleAnswer({
      blocks: [{ type: 'quote', text: quote, citations: [1] }],
      citations: [{ ...sampleCitation(1, quote), section }],
    });
    const lines = answerText(answer, plain).split('\n');
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(80);
    expect(lines.join(' ').match(/\bword\b/g)).toHaveLength(60);
    expect(lines.find((line) => line.includes('[1] Anna'))).toMatch(
      /› A very long question of the host that names the secti…$/,
    );
  });

  it('says how a follow-up was understood, what to know, and what to ask next', () => {
    const text = answerText(
      sampleAnswer({
        standaloneQuestion: 'How did Anna Almond find her price?',
        notice: 'Shown as quotes.',
        suggestions: ['Whom did she hire?', 'Why?'],
      }),
      plain,
    );
    expect(text).toMatch(/^Understood as: How did Anna Almond find her price\?\n\n/);
    expect(text).toContain('\n\nShown as quotes.\n\nSources');
    expect(text).toContain('\n\nYou could ask next\n  1. Whom did she hire?\n  2. Why?\n');
  });

  it('sets guests side by side, the silent ones too', () => {
    const text = answerText(
      sampleAnswer({
        kind: 'comparison',
        blocks: [
          { type: 'row', guest: 'Anna Almond', text: '“One.” “Two.”', citations: [1, 2] },
          { type: 'row', guest: 'Bob Birch', text: 'did not speak about this', citations: [] },
        ],
        citations: [sampleCitation(1, 'One.'), sampleCitation(2, 'Two.')],
      }),
      plain,
    );
    expect(text).toMatch(
      /^Anna Almond\n {4}“One\.” \[1\]\n {4}“Two\.” \[2\]\n\nBob Birch\n {4}did not speak about this\n\nSources/,
    );
  });

  it('shows what the check of a language model’s words found', () => {
    const prose = 'Anna asked customers [1]. She sold the company for gold.';
    const text = answerText(
      sampleAnswer({
        mode: 'llm',
        blocks: [
          {
            type: 'text',
            text: prose,
            citations: [1],
            marks: [{ start: 26, end: prose.length, kind: 'unsupported' }],
          },
        ],
        quoteBlocks: sampleAnswer().blocks,
        support: { supported: 1, sentences: 2 },
      }),
      plain,
    );
    expect(text).toBe(
      [
        prose,
        '    ! The transcripts do not support this: “She sold the company for gold.”',
        '',
        'The transcripts support 1 of the 2 sentences that the language model wrote.',
        '',
        'In their own words',
        '',
        answerText(sampleAnswer(), plain),
      ].join('\n'),
    );
  });

  it('says where a quote was not verified', () => {
    const [citation] = sampleAnswer().citations;
    const text = answerText(
      sampleAnswer({ citations: citation ? [{ ...citation, verified: false }] : [] }),
      plain,
    );
    expect(text).toContain('1#pricing-1  not verified');
  });

  it('colours names where the terminal can', () => {
    const { screen } = fakeScreen({ isTerminal: true, colours: true });
    expect(answerText(sampleAnswer(), screen)).toContain(
      '\u001b[1m\u001b[36mAnna Almond\u001b[39m\u001b[22m',
    );
  });
});
