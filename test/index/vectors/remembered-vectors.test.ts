import { expect, it } from 'vitest';
import { rememberedVectors } from '../../../index/vectors/remembered-vectors.ts';
import { HashingEmbedder } from '../hashing-embedder.ts';

it('gives each text its vector, in order, and embeds each once', async () => {
  const embedder = new HashingEmbedder();
  const first = await rememberedVectors(['price', 'seat', 'price'], embedder);
  const second = await rememberedVectors(['licence', 'seat'], embedder);
  expect(embedder.embedded).toEqual(['price', 'seat', 'licence']);
  const expected = await embedder.embed(['price', 'seat', 'price', 'licence', 'seat']);
  expect([...first, ...second]).toEqual(expected);
});

it('keeps what one embedder gave apart from what another gives', async () => {
  const [one, other] = [new HashingEmbedder(), new HashingEmbedder()];
  await rememberedVectors(['price'], one);
  await rememberedVectors(['price'], other);
  expect(other.embedded).toEqual(['price']);
});

it('says that a vector is missing', async () => {
  const embedder = { embed: () => Promise.resolve([]) };
  await expect(rememberedVectors(['price'], embedder)).rejects.toThrow('0 vectors for 1 texts');
});
