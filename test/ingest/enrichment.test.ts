import { describe, expect, it } from 'vitest';
import { enrichmentSchema, joined, queriesOf } from '../../ingest/enrichment.ts';

const short = enrichmentSchema.parse({
  questions: ['What did it cost?'],
  plain: ['price at launch'],
  gist: 'Ada Able says it was cheap.',
  topics: ['pricing'],
});
const full = enrichmentSchema.parse({
  questions: ['Who paid?'],
  plain: [],
  gist: 'Ada Able says that few paid.',
  topics: ['pricing', 'sales'],
  points: [{ statement: 'Few paid.', questions: ['How many paid?', 'Who paid?'] }],
  themes: ['Who began too cheap?'],
  asked: ['Did it pay at first?'],
  untold: ['Why did they raise the price?'],
});

describe('enrichment', () => {
  it('is found by what it answers, alone or with others, and never by what it does not', () => {
    expect(queriesOf(null)).toEqual([]);
    expect(queriesOf(full)).toEqual([
      'Who paid?',
      'How many paid?',
      'Few paid.',
      'Who began too cheap?',
      'Did it pay at first?',
    ]);
  });

  it('may lack what takes a reader of the whole shelf', () => {
    expect(short).toMatchObject({ points: [], themes: [], asked: [], untold: [] });
  });

  it('of several paragraphs is as if of one', () => {
    expect(joined([])).toBeNull();
    expect(joined([full, short, full])).toEqual({
      questions: ['Who paid?', 'What did it cost?'],
      plain: ['price at launch'],
      gist: 'Ada Able says that few paid. Ada Able says it was cheap. Ada Able says that few paid.',
      topics: ['pricing', 'sales'],
      points: [...full.points, ...full.points],
      themes: full.themes,
      asked: full.asked,
      untold: full.untold,
    });
  });
});
