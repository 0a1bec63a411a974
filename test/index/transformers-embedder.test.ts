import { cp, mkdir, rm, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Embedder } from '../../index/embedder.ts';
import { openEmbedder } from '../../index/transformers-embedder.ts';
import { temporaryFolder } from './temporary-folder.ts';

const bundled = fileURLToPath(new URL('../../models/underdog-static-512', import.meta.url));
const cacheFolder = '/nonexistent';

function cosine(a: Float32Array | undefined, b: Float32Array | undefined): number {
  if (!a || !b) throw new Error('a vector is missing');
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
}

describe('the bundled model', () => {
  let embedder: Embedder;
  beforeAll(async () => {
    embedder = await openEmbedder({ model: bundled, cacheFolder });
  });
  afterAll(() => embedder.close());

  it('says what it is', () => {
    expect(embedder.name).toBe('underdog-static-512');
    expect(embedder.dimensions).toBe(512);
    expect(embedder.revision).toMatch(/^[0-9a-f]{64}$/);
  });

  it('puts a paraphrase nearer than another topic', async () => {
    const [question, paraphrase, other] = await embedder.embed([
      'How much should we charge customers?',
      'setting the price of a subscription',
      'hiring developers in other countries',
    ]);
    expect(cosine(question, paraphrase)).toBeGreaterThan(cosine(question, other) + 0.1);
  });

  it('gives a text the same vector alone as in a batch', async () => {
    const text = 'open source business models';
    const [alone] = await embedder.embed([text]);
    const [, among] = await embedder.embed(['short', text, 'a much longer text '.repeat(50)]);
    expect(cosine(alone, among)).toBeCloseTo(1, 5);
  });

  it.each([
    ['empty', ''],
    ['white space', ' \n\t'],
    ['unknown characters', '漢字 😀'],
    ['a NUL and a lone surrogate', 'a\u0000b \ud800'],
    ['right to left', '\u202eאבג'],
    ['one endless word', 'a'.repeat(1_000_000)],
    ['very many words', 'word '.repeat(200_000)],
    ['a surrogate pair at the cut', `${'x'.repeat(49_999)}😀`],
  ])('gives a unit vector for a text that is %s', async (_, text) => {
    const [vector] = await embedder.embed([text]);
    expect(cosine(vector, vector)).toBeCloseTo(1, 4);
  });

  it('does not let a word that is often repeated drown the others', async () => {
    const [once, often, price] = await embedder.embed([
      'price kernel',
      `price ${'kernel '.repeat(16)}`,
      'price',
    ]);
    const [kernel] = await embedder.embed(['kernel']);
    if (!once || !price || !kernel) throw new Error('a vector is missing');
    // The model adds √16 = 4 times the repeated word; once holds both words' shares in their right lengths.
    const shareOf = (word: Float32Array, other: Float32Array): number =>
      (cosine(once, word) - cosine(word, other) * cosine(once, other)) / (1 - cosine(word, other) ** 2);
    const expected = price.map(
      (value, i) => shareOf(price, kernel) * value + 4 * shareOf(kernel, price) * (kernel[i] ?? 0),
    );
    expect(cosine(often, expected) / Math.sqrt(cosine(expected, expected))).toBeCloseTo(1, 3);
  });

  it('embeds nothing to nothing', async () => {
    expect(await embedder.embed([])).toEqual([]);
  });
});

describe('a model that cannot be used', () => {
  it('names the folder that is not there', async () => {
    await expect(openEmbedder({ model: '/no/such/model', cacheFolder })).rejects.toMatchObject({
      code: 'model-missing',
      message: expect.stringMatching(/no embedding model at \/no\/such\/model.*EMBEDDING_MODEL/) as string,
    });
  });

  it.each(['config.json', 'tokenizer.json', 'tokenizer_config.json'])(
    'names the missing %s',
    async (file) => {
      const folder = await temporaryFolder();
      await cp(bundled, folder, { recursive: true });
      await rm(path.join(folder, file));
      await expect(openEmbedder({ model: folder, cacheFolder })).rejects.toMatchObject({
        code: 'model-missing',
        message: expect.stringContaining(`${folder} lacks its file ${file}`) as string,
      });
    },
  );

  it('names the missing network', async () => {
    const folder = await temporaryFolder();
    await cp(bundled, folder, { recursive: true });
    await rm(path.join(folder, 'onnx'), { recursive: true });
    await expect(openEmbedder({ model: folder, cacheFolder })).rejects.toThrow(
      /lacks its file onnx\/model.onnx/,
    );
  });

  it('says which folder holds a damaged tokenizer or network', async () => {
    const folder = await temporaryFolder();
    await cp(bundled, folder, { recursive: true });
    await truncate(path.join(folder, 'onnx/model_quantized.onnx'), 1000);
    await expect(openEmbedder({ model: folder, cacheFolder })).rejects.toMatchObject({
      code: 'model-missing',
    });
    await cp(bundled, folder, { recursive: true });
    await writeFile(path.join(folder, 'tokenizer.json'), '{"model": ');
    await expect(openEmbedder({ model: folder, cacheFolder })).rejects.toMatchObject({
      code: 'model-missing',
    });
  });

  it('gives a model with one byte changed another revision', async () => {
    const folder = path.join(await temporaryFolder(), 'underdog-static-512');
    await mkdir(folder);
    await cp(bundled, folder, { recursive: true });
    const same = await openEmbedder({ model: folder, cacheFolder });
    await writeFile(path.join(folder, 'tokenizer_config.json'), ' ', { flag: 'a' });
    const changed = await openEmbedder({ model: folder, cacheFolder });
    const original = await openEmbedder({ model: bundled, cacheFolder });
    expect(same.revision).toBe(original.revision);
    expect(changed.revision).not.toBe(original.revision);
    await Promise.all([same, changed, original].map((embedder) => embedder.close()));
  });
});
