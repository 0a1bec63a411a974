import { expect, it } from 'vitest';
import { cosine } from '../../../index/vectors/vector-table.ts';
import { offTopicCosine } from '../../../lib/retrieve/off-topic.ts';
import questions from '../../../lib/retrieve/off-topic.json' with { type: 'json' };
import { HashingEmbedder } from '../../index/hashing-embedder.ts';

const parts = (...texts: string[]) => ({ parts: texts.map((text) => ({ text, weight: 1 / texts.length })) });

it('is the mean of the three nearest, by the parts of the question', async () => {
  const embedder = new HashingEmbedder();
  const asked = ['tell me a joke', 'how is the weather in Lisbon'];
  const own = await embedder.embed(asked);
  const cosines = (await embedder.embed(questions)).map(
    (vector) => own.reduce((sum, part) => sum + cosine(vector, part), 0) / own.length,
  );
  const [first = 0, second = 0, third = 0] = cosines.sort((a, b) => b - a);
  expect(third).toBeLessThan(first);
  expect(await offTopicCosine(parts(...asked), embedder)).toBeCloseTo((first + second + third) / 3);
});

it('tells everyday questions from others', async () => {
  const embedder = new HashingEmbedder();
  const everyday = await offTopicCosine(parts('tell me a joke about the weather'), embedder);
  expect(everyday).toBeGreaterThan(await offTopicCosine(parts('licences of copyleft source code'), embedder));
});

it('works again after the embedder has failed once', async () => {
  const embedder = new HashingEmbedder();
  const embed = embedder.embed.bind(embedder);
  embedder.embed = () => Promise.reject(new Error('once'));
  await expect(offTopicCosine(parts('why?'), embedder)).rejects.toThrow('once');
  embedder.embed = embed;
  expect(await offTopicCosine(parts('why is the sky blue'), embedder)).toBeGreaterThan(0);
});
