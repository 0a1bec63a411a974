import { expect, it } from 'vitest';
import { calibration } from '../../eval/calibration.ts';
import type { Outcome } from '../../eval/outcome.ts';

function outcome(confidence: number, answerable: boolean): Outcome {
  const answer = {
    confidence,
    refused: false,
    holdsGold: null,
    firstRight: null,
    precision: null,
    guests: null,
  };
  const question = { id: 'q', question: '?', type: 'fact', answerable, gold: [] };
  const verdict = { ...answer, verbatim: null, rightSpeaker: null };
  return { question, rank: null, coverage: null, answer: verdict, milliseconds: 1 };
}

it('sets what was said beside what was, and sums up the squares of the difference', () => {
  const text = calibration([outcome(0.9, true), outcome(0.9, false), outcome(0.1, false)]);
  expect(text).toContain('| 0.0–0.2    |         1 | 0.10 |       0.00 |');
  expect(text).toContain('| 0.8–1.0    |         2 | 0.90 |       0.50 |');
  expect(text).toContain('Brier score 0.277');
});
