import { describe, expect, it } from 'vitest';
import { candidatesFor } from '../../../lib/retrieve/candidates.ts';
import { confidenceSchema, evidenceNames, evidenceOf } from '../../../lib/retrieve/confidence.ts';
import { featureNames } from '../../../lib/retrieve/features.ts';
import trained from '../../../lib/retrieve/trained.json' with { type: 'json' };
import { understand } from '../../../lib/understand/understand.ts';
import { inventedShelf } from '../invented-shelf.ts';

async function evidence(
  question: string,
  untold: number[] = [],
  asked: number[] = [],
  offTopic = 0,
): Promise<Record<string, number>> {
  const { shelf, embedder } = await inventedShelf();
  const understanding = understand(question, [], {}, shelf);
  const found = await candidatesFor(understanding, { shelf, embedder });
  const values = evidenceOf(
    found.map((candidate, at) => ({ ...candidate, score: 1 / (at + 2) })),
    understanding,
    {
      idf: shelf.idf,
      readers: untold.map((cosine, at) => ({ untold: cosine, asked: asked[at] ?? 0 })),
      offTopic,
    },
  );
  return Object.fromEntries(evidenceNames.map((name, i) => [name, values[i] ?? NaN]));
}

describe('evidenceOf', () => {
  it('weighs the names that the best passage does not hold', async () => {
    const one = (await evidence('Does Ferrule run on Windows?')).missingNames ?? 0;
    expect(one).toBeGreaterThan(1);
    expect((await evidence('Does Ferrule run on Windows and Android?')).missingNames).toBeCloseTo(2 * one);
    expect((await evidence('Does the team of Ferrule meet in Turin?')).missingNames).toBe(0);
  });

  it('weighs the words that nothing found holds', async () => {
    expect((await evidence('Does the team of Ferrule meet?')).unheld).toBe(0);
    const one = (await evidence('Does the team of Ferrule meet giraffes?')).unheld ?? 0;
    expect(one).toBeGreaterThan(1);
    expect((await evidence('Does the team of Ferrule meet giraffes, zebras?')).unheld).toBeCloseTo(2 * one);
  });

  it('sees that a number is wanted and none is there', async () => {
    const amount = await evidence('How many engineers does Tobias Lindqvist hire in Osaka?');
    expect(amount.asksAmount).toBe(1);
    expect((await evidence('Why does Tobias Lindqvist hire remotely?')).asksAmount).toBe(0);
  });

  it('sees that the question is nearer to one that nobody answers', async () => {
    const question = 'Why did per-seat pricing go: charging for seats, volume?';
    expect(await evidence(question)).toMatchObject({ untold: 0, untoldLead: 0 });
    const far = await evidence(question, [0.3, 0]);
    expect(far).toMatchObject({ untold: 0, untoldLead: 0 });
    const near = await evidence(question, [0.2, 0.98]);
    expect(near.untold).toBeCloseTo(0.48);
    expect(near.untoldLead).toBeGreaterThan(0);
  });

  it('sees whether what comes near is answered or not', async () => {
    const question = 'Why did per-seat pricing go: charging for seats, volume?';
    const { told, toldLead } = await evidence(question, [0.6, 0.7], [0.95, 0.4]);
    expect(told).toBeCloseTo(0.95);
    expect(toldLead).toBeCloseTo(0.25);
  });

  it('sees by how much that is nearer than what has nothing to do with the shelf', async () => {
    const question = 'Why did per-seat pricing go: charging for seats, volume?';
    const { told = 0, offTopicLead } = await evidence(question, [0.6], [0.95], 0.4);
    expect(offTopicLead).toBeCloseTo(told - 0.4);
  });

  it('takes a question that a reader wrote for one that was asked where it is nearer by a tenth', async () => {
    const question = 'Why did per-seat pricing go: charging for seats, volume?';
    const { shelf, embedder } = await inventedShelf();
    const found = await candidatesFor(understand(question, [], {}, shelf), { shelf, embedder });
    const score = featureNames.indexOf('questionScore');
    const nearest = Math.max(...found.slice(0, 3).map(({ features }) => features[score] ?? 0));
    expect(nearest).toBeGreaterThan(0.5);
    expect((await evidence(question)).told).toBeCloseTo(nearest - 0.1);
  });

  it('leaves it open where nobody has read what was found', async () => {
    const question = 'Why did per-seat pricing go: charging for seats, volume?';
    expect(await evidence(question, [0.98])).not.toMatchObject({ untold: 0 });
    const licence = 'Is the licence a promise, not a fence?';
    expect(await evidence(licence, [0.98])).toMatchObject({ untold: 0, untoldLead: 0 });
  });

  it('has a value for each name where nothing was found', async () => {
    const { shelf } = await inventedShelf();
    const values = evidenceOf([], understand('anything', [], {}, shelf), {
      idf: shelf.idf,
      readers: [],
      offTopic: 0,
    });
    expect(values).toHaveLength(evidenceNames.length);
    expect(values.every(Number.isFinite)).toBe(true);
  });
});

describe('the trained weights', () => {
  it('fit the evidence as it is named and ordered now', () => {
    expect(confidenceSchema.parse(trained.confidence).evidence).toEqual([...evidenceNames]);
  });
});
