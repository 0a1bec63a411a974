import { describe, expect, it } from 'vitest';
import { WordVectors } from '../../../index/vectors/word-vectors.ts';
import { cosine } from '../../../index/vectors/vector-table.ts';
import { HashingEmbedder } from '../hashing-embedder.ts';

function allOf(words: readonly string[]): Uint32Array {
  return Uint32Array.from(words.keys());
}

describe('WordVectors', () => {
  it('gives each term a row with its cosine to each word, in order', async () => {
    const embedder = new HashingEmbedder();
    const [terms, words] = [
      ['price', 'seat'],
      ['seat', 'licence', 'price'],
    ];
    const rows = await new WordVectors(embedder).cosines(terms, words, allOf(words));
    const [ofTerms, ofWords] = [await embedder.embed(terms), await embedder.embed(words)];
    ofTerms.forEach((term, i) => {
      ofWords.forEach((word, j) => {
        expect(rows[i]?.[j]).toBeCloseTo(cosine(term, word), 2);
      });
    });
    expect(rows.map(({ length }) => length)).toEqual([3, 3]);
  });

  it('leaves the words at 0 that were not asked for, and takes up those that came later', async () => {
    const vectors = new WordVectors(new HashingEmbedder());
    const vocabulary = ['price', 'seat'];
    const [first] = await vectors.cosines(['price'], vocabulary, Uint32Array.of(1));
    expect(first?.[0]).toBe(0);
    vocabulary.push('licence', 'price');
    const [second] = await vectors.cosines(['price'], vocabulary, Uint32Array.of(0, 1, 2, 3));
    expect(second?.[1]).toBe(first?.[1]);
    expect([second?.[0], second?.[3]]).toEqual([expect.closeTo(1, 2), second?.[0]]);
    const alone = await new WordVectors(new HashingEmbedder()).cosines(
      ['price'],
      ['licence'],
      Uint32Array.of(0),
    );
    expect(second?.[2]).toBe(alone[0]?.[0]);
  });

  it('embeds each word once, however often it is compared', async () => {
    const embedder = new HashingEmbedder();
    const vectors = new WordVectors(embedder);
    await vectors.cosines(['fund'], ['price', 'seat', 'price'], Uint32Array.of(0, 1, 2));
    await vectors.cosines(['fund'], ['licence', 'seat'], Uint32Array.of(0, 1));
    expect(embedder.embedded).toEqual(['fund', 'price', 'seat', 'licence']);
  });

  it('compares more words than it keeps, and learns again what it has forgotten', async () => {
    const words = Array.from(
      { length: 21_000 },
      (_, i) => `${'abcdefghij'.charAt(i % 10)}${'x'.repeat(i % 97)}`,
    );
    const distinct = words.map((word, i) => `${word} ${i}`);
    const embedder = new HashingEmbedder();
    const vectors = new WordVectors(embedder);
    const [term] = await embedder.embed(['a']);
    if (!term) throw new Error('No vector');
    for (let time = 0; time < 2; time++) {
      const [row] = await vectors.cosines(['a'], distinct, allOf(distinct));
      expect(row).toHaveLength(distinct.length);
      for (const at of [0, 10_000, 20_999]) {
        expect(row?.[at]).toBeCloseTo(cosine(term, embedder.vector(distinct[at] ?? '')), 2);
      }
    }
  });

  it('answers many that ask at once, also while it forgets', async () => {
    const vectors = new WordVectors(new HashingEmbedder());
    const wordsOf = (asker: number): string[] =>
      Array.from({ length: 9000 }, (_, i) => (i % 3 === 0 ? `shared ${i}` : `own ${asker} ${i}`));
    const nearOwn = (words: WordVectors, asker: number): Promise<Float32Array[]> =>
      words.cosines(['own'], wordsOf(asker), allOf(wordsOf(asker)));
    const rows = await Promise.all([0, 1, 2].map((asker) => nearOwn(vectors, asker)));
    const alone = await nearOwn(new WordVectors(new HashingEmbedder()), 1);
    expect(rows[1]).toEqual(alone);
  });
});
