import { describe, expect, it } from 'vitest';
import { WordVectors } from '../../../index/vectors/word-vectors.ts';
import { cosine } from '../../../index/vectors/vector-table.ts';
import { HashingEmbedder } from '../hashing-embedder.ts';

describe('WordVectors', () => {
  it('gives each term a row with its cosine to each word, in order', async () => {
    const embedder = new HashingEmbedder();
    const [terms, words] = [
      ['price', 'seat'],
      ['seat', 'licence', 'price'],
    ];
    const rows = await new WordVectors(embedder).cosines(terms, words);
    const [ofTerms, ofWords] = [await embedder.embed(terms), await embedder.embed(words)];
    expect(rows.map((row) => [...row])).toEqual(
      ofTerms.map((term) => ofWords.map((word) => Math.fround(cosine(term, word)))),
    );
  });

  it('embeds each word once, however often it is asked for', async () => {
    const embedder = new HashingEmbedder();
    const vectors = new WordVectors(embedder);
    await vectors.cosines(['price', 'price'], ['price', 'seat']);
    await vectors.cosines(['seat'], ['licence', 'seat']);
    expect(embedder.embedded).toEqual(['price', 'seat', 'licence']);
  });

  it('knows every word that it is asked about, also when that is more than it keeps', async () => {
    const words = Array.from({ length: 21_000 }, (_, i) => `w${i}`);
    const embedder = new HashingEmbedder();
    const vectors = new WordVectors(embedder);
    const [row] = await vectors.cosines(['w0'], words);
    expect(row).toHaveLength(words.length);
    expect(row?.[0]).toBeCloseTo(1);
    await vectors.cosines(['w20999'], ['w0']);
    expect(embedder.embedded.slice(words.length)).toEqual(['w0']);
  });
});
