import { nothingWritten } from '../../fixtures/nothing-written.ts';
import { describe, expect, it } from 'vitest';
import { HashingEmbedder } from '../../index/hashing-embedder.ts';
import { inventedEpisodes } from '../invented-shelf.ts';
import type { Understanding } from '../../../lib/understand/understand.ts';
import { readersCosines } from '../../../lib/retrieve/readers-cosines.ts';
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
      enrichment: texts.length === 0 ? null : { ...nothingWritten, untold: texts },
    },
  }));
}

function asked(text: string): Pick<Understanding, 'parts'> {
  return { parts: [{ text, topic: text, weight: 1 }] };
}

describe('readersCosines', () => {
  it('finds the nearest of each passage, again and again', async () => {
    const embedder = new HashingEmbedder();
    const passages = found(['Why Turin?', question], ['Why Turin?'], []);
    for (let round = 0; round < 2; round++) {
      const [near, far, none] = await readersCosines(passages, asked(question), embedder);
      expect(near?.untold).toBeCloseTo(1);
      expect(far?.untold).toBeLessThan(near?.untold ?? 0);
      expect(none).toEqual({ asked: 0, untold: 0 });
    }
  });

  it('tells what is answered from what is not', async () => {
    const [passage] = found(['Why Turin?']);
    const { enrichment } = passage?.passage ?? {};
    if (!passage || !enrichment) throw new RangeError('no enrichment');
    const both = { passage: { ...passage.passage, enrichment: { ...enrichment, asked: [question] } } };
    const [near] = await readersCosines([both], asked(question), new HashingEmbedder());
    expect(near?.asked).toBeCloseTo(1);
    expect(near?.untold).toBeLessThan(1);
  });

  it('embeds nothing where readers noted nothing', async () => {
    const embedder = new HashingEmbedder();
    embedder.embed = () => Promise.reject(new Error('asked for vectors'));
    expect(await readersCosines(found([], []), asked(question), embedder)).toEqual(
      Array.from({ length: 2 }, () => ({ asked: 0, untold: 0 })),
    );
  });

  it('weighs the parts of a question that follows up another', async () => {
    const other = 'How many people came?';
    const parts: Understanding['parts'] = [
      { text: question, topic: question, weight: 0.6 },
      { text: other, topic: other, weight: 0.4 },
    ];
    const embedder = new HashingEmbedder();
    const [alone] = await readersCosines(found([question]), asked(other), embedder);
    const [both] = await readersCosines(found([question]), { parts }, embedder);
    expect(both?.untold).toBeCloseTo(0.6 + 0.4 * (alone?.untold ?? 0));
  });

  it('does not lose what it knew to those who ask at the same time', async () => {
    const embedder = new HashingEmbedder();
    await readersCosines(found([question]), asked(question), embedder);
    const embed = embedder.embed.bind(embedder);
    let goOn = (): void => undefined;
    const othersAreDone = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    embedder.embed = (texts) => othersAreDone.then(() => embed(texts));
    const waiting = readersCosines(found([question, 'Why Turin?']), asked(question), embedder);
    embedder.embed = embed;
    const many = Array.from({ length: 10_000 }, (_, i) => `Who asked ${i} times?`);
    await readersCosines(found(many), asked(question), embedder);
    goOn();
    const [mine] = await waiting;
    expect(mine?.untold).toBeCloseTo(1);
  });
});
