import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Understanding } from '../../../lib/understand/understand.ts';
import { lateInteraction } from '../../../lib/retrieve/late-interaction.ts';

const vocabulary = ['price', 'seat', 'licence', 'founder', 'investor'];
const similar = [
  [1, 0.2, 0.1, -0.3, 0.4],
  [0.2, 1, 0.5, 0, 0.1],
  [0.1, 0.5, 1, 0.2, -0.6],
  [-0.3, 0, 0.2, 1, 0.7],
  [0.4, 0.1, -0.6, 0.7, 1],
];
const at = (word: string): number => vocabulary.indexOf(word);
const between = (a: string, b: string): number => similar[at(a)]?.[at(b)] ?? 0;
const words = {
  cosines: (terms: readonly string[], others: readonly string[], numbers: Uint32Array) =>
    Promise.resolve(
      terms.map((term) =>
        Float32Array.from(others, (other, i) => (numbers.includes(i) ? between(term, other) : 0)),
      ),
    ),
};
const idf = (stem: string): number => 1 + stem.length;
const some = fc.uniqueArray(fc.constantFrom(...vocabulary));
const passage = fc.record({ said: some, around: some });

interface Topic {
  topic: string;
  weight: number;
}

function asked(first: Topic, ...others: Topic[]): Pick<Understanding, 'parts'> {
  const part = (one: Topic) => ({ ...one, text: one.topic });
  return { parts: [part(first), ...others.map(part)] };
}

function read({ said, around }: { said: string[]; around: string[] }) {
  return { saidWords: Uint32Array.from(said, at), aroundWords: Uint32Array.from(around, at) };
}

describe('lateInteraction', () => {
  it('is the mean over the topic’s words, by idf, of the nearest word of each passage', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(passage), async (passages) => {
        const topic = 'founder licence';
        const found = await lateInteraction(passages.map(read), asked({ topic, weight: 1 }), {
          idf,
          vocabulary,
          words,
        });
        const nearest = (term: string, held: string[]): number =>
          Math.max(0, ...held.map((word) => between(term, word)));
        // Porter's stems: “founder” stays, “licence” becomes “licenc”.
        const mean = (held: string[]): number =>
          (8 * nearest('founder', held) + 7 * nearest('licence', held)) / 15;
        expect(found).toHaveLength(passages.length);
        found.forEach((nearness, i) => {
          const { said = [], around = [] } = passages[i] ?? {};
          expect(nearness.said).toBeCloseTo(mean(said), 5);
          expect(nearness.all).toBeCloseTo(mean([...said, ...around]), 5);
        });
      }),
    );
  });

  it('weighs the parts of a question', async () => {
    const parts = asked({ topic: 'price', weight: 0.75 }, { topic: 'seat', weight: 0.25 });
    const [nearness] = await lateInteraction([read({ said: ['price'], around: [] })], parts, {
      idf,
      vocabulary,
      words,
    });
    expect(nearness?.said).toBeCloseTo(0.75 + 0.25 * 0.2);
  });

  it('takes a word to be near to itself alone where the model compares no words', async () => {
    const [nearness] = await lateInteraction(
      [read({ said: ['price'], around: ['seat'] })],
      asked({ topic: 'price seat investor', weight: 1 }),
      { idf: () => 1, vocabulary },
    );
    expect(nearness?.said).toBeCloseTo(1 / 3);
    expect(nearness?.all).toBeCloseTo(2 / 3);
  });

  it('takes a number to be near to itself alone, whatever the model says', async () => {
    const versions = ['v1.2', 'v2.1'];
    const all = {
      cosines: (terms: readonly string[], others: readonly string[]) =>
        Promise.resolve(terms.map(() => new Float32Array(others.length).fill(1))),
    };
    const passages = [0, 1].map((number) => ({
      saidWords: Uint32Array.of(number),
      aroundWords: new Uint32Array(),
    }));
    const found = await lateInteraction(passages, asked({ topic: 'v1.2', weight: 1 }), {
      idf,
      vocabulary: versions,
      words: all,
    });
    expect(found.map(({ said }) => said)).toEqual([1, 0]);
  });

  it('finds nothing near a question without a topic', async () => {
    const passages = [read({ said: ['price'], around: [] })];
    const found = await lateInteraction(passages, asked({ topic: 'what is it?', weight: 1 }), {
      idf,
      vocabulary,
      words,
    });
    expect(found).toEqual([{ said: 0, all: 0 }]);
  });
});
