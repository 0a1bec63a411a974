import { describe, expect, it } from 'vitest';
import { figuresOf } from '../../eval/figures.ts';
import { answerOutcome, retrievalOutcome } from '../../eval/outcome.ts';
import type { Question } from '../../eval/questions.ts';
import type { Answer, Citation } from '../../lib/protocol.ts';

const question: Question = {
  id: 'q1',
  question: 'What did the two charge?',
  type: 'compare',
  answerable: true,
  gold: [
    { episode: 1, speaker: 'Ada', quote: 'we charged one dollar' },
    { episode: 2, speaker: 'Ben', quote: 'ten for each seat' },
  ],
};
const unanswerable: Question = { ...question, id: 'q2', answerable: false, gold: [] };

const paragraphs = new Map([
  ['1#a-1', { text: 'Well, we charged one dollar at first.', speaker: 'Ada' }],
  ['2#b-1', { text: 'It is ten for each seat. We like cats.', speaker: 'Ben' }],
]);
const paragraphAt = (anchor: string) => paragraphs.get(anchor);

function citation(anchor: string, quote: string, changes: Partial<Citation> = {}): Citation {
  const { text = '', speaker = '' } = paragraphs.get(anchor) ?? {};
  const start = text.indexOf(quote);
  const where = { anchor, episode: Number(anchor[0]), start, end: start + quote.length };
  const rest = { n: 1, episodeTitle: '', section: '', company: null, time: null, verified: true };
  return { ...rest, ...where, speaker, quote, ...changes };
}

function answer(citations: Citation[], kind: Answer['kind'] = 'answer'): Answer {
  return {
    id: '',
    question: '',
    standaloneQuestion: '',
    kind,
    mode: 'quotes',
    confidence: 1,
    blocks: [],
    citations,
    suggestions: [],
    notice: null,
    retrieved: [],
    ms: 0,
  };
}

describe('retrievalOutcome', () => {
  it('ranks the first passage that holds gold in its own episode, and counts the episodes covered', () => {
    const retrieved = [
      { episode: 2, text: 'we charged one dollar' },
      { episode: 1, text: 'indeed, we charged one dollar' },
      { episode: 3, text: 'ten for each seat' },
    ];
    expect(retrievalOutcome(question, retrieved, 5)).toMatchObject({
      rank: 2,
      coverage: 0.5,
      milliseconds: 5,
    });
  });

  it('looks at the first ten only', () => {
    const retrieved = [
      ...Array.from({ length: 10 }, () => ({ episode: 1, text: 'no' })),
      { episode: 1, text: 'we charged one dollar' },
    ];
    expect(retrievalOutcome(question, retrieved, 0).rank).toBeNull();
  });
});

describe('answerOutcome', () => {
  it('judges citations by their own words', () => {
    const cited = [citation('2#b-1', 'We like cats.'), citation('1#a-1', 'we charged one dollar at first')];
    expect(answerOutcome(question, answer(cited), paragraphAt)).toEqual({
      refused: false,
      confidence: 1,
      holdsGold: true,
      firstRight: false,
      precision: 0.5,
      guests: 0.5,
      verbatim: 1,
      rightSpeaker: 1,
    });
  });

  it('sees words that are not those of the source, and the wrong speaker', () => {
    const cited = [
      citation('1#a-1', 'we charged one dollar', { quote: 'we charged two dollars' }),
      citation('2#b-1', 'ten for each seat', { speaker: 'Ada' }),
    ];
    expect(answerOutcome(question, answer(cited), paragraphAt)).toMatchObject({
      verbatim: 0.5,
      rightSpeaker: 0.5,
    });
  });

  it('counts a refusal as wrong where an answer exists, and as nothing where none does', () => {
    const refusal = answer([], 'no-answer');
    expect(answerOutcome(question, refusal, paragraphAt)).toMatchObject({
      refused: true,
      holdsGold: false,
      precision: null,
      guests: 0,
    });
    expect(answerOutcome(unanswerable, refusal, paragraphAt)).toMatchObject({
      refused: true,
      holdsGold: null,
    });
  });
});

describe('figuresOf', () => {
  it('averages ranking over answerable questions and abstention over the others', () => {
    const found = (rank: number | null, milliseconds: number) => ({
      ...retrievalOutcome(question, [], milliseconds),
      rank,
    });
    const refused = answerOutcome(unanswerable, answer([], 'no-answer'), paragraphAt);
    const figures = figuresOf([
      found(1, 1),
      found(4, 2),
      found(null, 3),
      { ...retrievalOutcome(unanswerable, [], 100), answer: refused },
    ]);
    expect(figures).toMatchObject({ questions: 4, hit1: 1 / 3, hit3: 1 / 3, hit5: 2 / 3, p50: 2, p95: 100 });
    expect(figures.mrr10).toBeCloseTo((1 + 1 / 4) / 3);
    expect(figures).toMatchObject({ abstains: 1, falseRefusals: null, precision: null });
  });
});
