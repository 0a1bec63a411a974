import { describe, expect, it } from 'vitest';
import { candidatesFor } from '../../../lib/retrieve/candidates.ts';
import type { RerankCandidate } from '../../../lib/retrieve/candidates.ts';
import { featureNames } from '../../../lib/retrieve/features.ts';
import type { FeatureName } from '../../../lib/retrieve/features.ts';
import { understand } from '../../../lib/understand/understand.ts';
import { inventedShelf } from '../invented-shelf.ts';

async function candidates(question: string): Promise<RerankCandidate[]> {
  const { shelf, embedder } = await inventedShelf();
  return candidatesFor(understand(question, [], {}, shelf), { shelf, embedder });
}

function of({ features }: RerankCandidate, name: FeatureName): number {
  return features[featureNames.indexOf(name)] ?? NaN;
}

describe('featuresOf', () => {
  it('gives one finite value for each name', async () => {
    for (const { features } of await candidates('Why did Ines charge for seats?')) {
      expect(features).toHaveLength(featureNames.length);
      expect(features.every(Number.isFinite)).toBe(true);
    }
  });

  it('covers by the words of a passage what it says, and by all around it what readers asked of it', async () => {
    const found = await candidates('subscription price');
    const told = found.find(({ found: { passage } }) => passage.text.includes('suspiciously cheap'));
    if (!told) throw new Error('The passage was not found');
    expect(of(told, 'coveredByText')).toBe(0);
    expect(of(told, 'coveredByAll')).toBeCloseTo(1);
  });

  it('marks whose episode is named, and that a passage is of another', async () => {
    const found = await candidates('Where does Tobias Lindqvist hire, and for which licence?');
    for (const candidate of found) {
      const isHis = candidate.found.passage.episode === 12;
      expect(of(candidate, 'named')).toBe(Number(isHis));
      expect(of(candidate, 'otherNamed')).toBe(Number(!isHis));
    }
  });

  it('hears all that somebody named says, also where no word is the question’s', async () => {
    const found = await candidates('Ines Okafor zebra');
    expect(found.map(({ found: { passage } }) => passage.speaker)).toContain('Ines Okafor');
  });

  it('gives the best of each view the share 1', async () => {
    const found = await candidates('Is the company distributed over many licences?');
    for (const name of ['text', 'context', 'question'] as const) {
      expect(Math.max(...found.map((candidate) => of(candidate, name)))).toBeCloseTo(1);
    }
  });
});
