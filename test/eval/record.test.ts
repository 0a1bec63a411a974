import { describe, expect, it } from 'vitest';
import type { Figures } from '../../eval/figures.ts';
import { drops, withTable, type FigureRecord } from '../../eval/record.ts';

const figures: Figures = {
  questions: 3,
  hit1: 0.5,
  hit3: 0.6,
  hit5: 0.7,
  hit10: 0.8,
  mrr10: 0.55,
  coverage10: null,
  holdsGold: 0.5,
  firstRight: null,
  precision: null,
  guests: null,
  verbatim: 1,
  rightSpeaker: 1,
  abstains: 0.9,
  falseRefusals: 0.02,
  p50: 4,
  p95: 9,
};

function record(changes: Partial<Figures>): FigureRecord {
  return {
    questions: 'dev.jsonl',
    model: 'm',
    rows: [{ name: 'ours', figures: { ...figures, ...changes } }],
  };
}

describe('drops', () => {
  it('lets figures rise, and fall by 0.02', () => {
    expect(drops(record({}), record({ hit1: 0.9, hit5: 0.681, falseRefusals: 0.039, p95: 900 }))).toEqual([]);
  });

  it('names what fell by more, what rose that must not, and what is missing', () => {
    expect(drops(record({}), record({ hit5: 0.67, falseRefusals: 0.05, abstains: null }))).toEqual([
      'ours: hit5 was 0.700, is 0.670',
      'ours: abstains is no longer measured',
      'ours: falseRefusals was 0.020, is 0.050',
    ]);
    expect(drops(record({}), { ...record({}), rows: [] })).toEqual(['ours: the row is missing']);
  });
});

describe('withTable', () => {
  const document =
    'Before\n<!-- figures: written by `npm run eval -- --write` -->\nstale\n<!-- /figures -->\nAfter\n';

  it('replaces the table and nothing else, and does the same when done again', () => {
    const once = withTable(document, record({}), 'README.md');
    expect(once).toContain('| ours |  .500 |');
    expect(once).toMatch(/^Before\n/);
    expect(once).toMatch(/After\n$/);
    expect(once).not.toContain('stale');
    expect(withTable(once, record({}), 'README.md')).toBe(once);
  });

  it('says where the markers lack', () => {
    expect(() => withTable('nothing', record({}), 'README.md')).toThrow(
      /README.md has no place for the figures/,
    );
  });
});
