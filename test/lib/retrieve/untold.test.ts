import { describe, expect, it } from 'vitest';
import { HashingEmbedder } from '../../index/hashing-embedder.ts';
import { inventedEpisodes } from '../invented-shelf.ts';
import { untoldCosines } from '../../../lib/retrieve/untold.ts';
import type { IndexedPassage } from '../../../index/passage-index.ts';

const question = 'How many people bought Inkwell?';

function found(...untold: string[][]): { passage: IndexedPassage }[] {
  const [passage] = inventedEpisodes().passages;
  if (!passage) throw new RangeError('no passage');
  return untold.map((texts, id) => ({
    passage: {
      ...passage,
      id,
      vector: new Float32Array(0),
      enrichment:
        texts.length === 0
          ? null
          : { questions: [], plain: [], gist: '', topics: [], points: [], themes: [], untold: texts },
    },
  }));
}

function asked(text: string): { parts: { text: string; topic: string; weight: number }[] } {
  return { parts: [{ text, topic: text, weight: 1 }] };
}

describe('untoldCosines', () => {
  it('finds the nearest of each passage, again and again', async () => {
    const embedder = new HashingEmbedder();
    const passages = found(['Why Turin?', question], ['Why Turin?'], []);
    for (let round = 0; round < 2; round++) {
      const [near = 0, far = 0, none] = await untoldCosines(passages, asked(question), embedder);
      expect(near).toBeCloseTo(1);
      expect(far).toBeLessThan(near);
      expect(none).toBe(0);
    }
  });

  it('embeds nothing where readers noted nothing', async () => {
    const embedder = new HashingEmbedder();
    embedder.embed = () => Promise.reject(new Error('asked for vectors'));
    expect(await untoldCosines(found([], []), asked(question), embedder)).toEqual([0, 0]);
  });

  it('weighs the parts of a question that follows up another', async () => {
    const parts = [question, 'How many people came?'].map((text, i) => ({
      text,
      topic: text,
      weight: [0.6, 0.4][i] ?? 0,
    }));
    const embedder = new HashingEmbedder();
    const [alone = 0] = await untoldCosines(found([question]), asked('How many people came?'), embedder);
    const [both] = await untoldCosines(found([question]), { parts }, embedder);
    expect(both).toBeCloseTo(0.6 + 0.4 * alone);
  });

  it('does not lose what it knew to those who ask at the same time', async () => {
    const embedder = new HashingEmbedder();
    await untoldCosines(found([question]), asked(question), embedder);
    const embed = embedder.embed.bind(embedder);
    let goOn = (): void => undefined;
    const othersAreDone = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    embedder.embed = (texts) => othersAreDone.then(() => embed(texts));
    const waiting = untoldCosines(found([question, 'Why Turin?']), asked(question), embedder);
    embedder.embed = embed;
    const many = Array.from({ length: 5000 }, (_, i) => `Who asked ${i} times?`);
    await untoldCosines(found(many), asked(question), embedder);
    goOn();
    const [mine = 0] = await waiting;
    expect(mine).toBeCloseTo(1);
  });

  it('leaves out what it is told to', async () => {
    const cosines = await untoldCosines(found([question]), asked(question), new HashingEmbedder(), question);
    expect(cosines).toEqual([0]);
  });
});
