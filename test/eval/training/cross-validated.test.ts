import { describe, expect, it } from 'vitest';
import { crossValidated } from '../../../eval/training/cross-validated.ts';
import { drawn } from '../../../eval/training/drawn.ts';
import { madeExamples } from './made-examples.ts';

describe('crossValidated', () => {
  it('measures each question once, before re-ranking and after', async () => {
    const whole = { examples: await madeExamples(1500, 'told', 1), weight: 1 };
    const { questions, before, after } = crossValidated(whole, [], 0);
    expect(questions).toBe(1500);
    expect(before.hit1).toBeLessThan(0.3);
    expect(after.hit1).toBeGreaterThan(0.8);
    expect(after.hit5).toBeGreaterThanOrEqual(after.hit1);
  });

  it('learns nothing from the third that it measures, whatever set that stands in', async () => {
    // What answers is told by another feature in each third, so the other two teach nothing about it.
    const examples = (await madeExamples(1500, 'told', 1)).map((example) => {
      const feature = drawn(`0 ${example.question}`, 3);
      const values = example.candidates.map(({ features }) => features[feature] ?? 0);
      return { ...example, answers: values.map((value) => value === Math.max(...values)) };
    });
    const { after } = crossValidated({ examples, weight: 1 }, [{ examples, weight: 8 }], 0);
    expect(after.hit1).toBeLessThan(0.2);
  });

  it('counts what was not found as missed', async () => {
    const whole = { examples: await madeExamples(60, 'told', 1), weight: 1 };
    const lost = (await madeExamples(60, 'told', 2)).map((example) => ({
      ...example,
      answers: example.answers.map(() => false),
    }));
    const { questions, after } = crossValidated({ ...whole, examples: [...whole.examples, ...lost] }, [], 0);
    expect(questions).toBe(120);
    expect(after.hit5).toBeLessThanOrEqual(0.5);
  });
});
