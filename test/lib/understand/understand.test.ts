import { describe, expect, it } from 'vitest';
import type { Understanding } from '../../../lib/understand/understand.ts';
import { understand } from '../../../lib/understand/understand.ts';
import { inventedShelf } from '../invented-shelf.ts';

async function read(question: string, context: string[] = []): Promise<Understanding> {
  const { shelf } = await inventedShelf();
  return understand(question, context, {}, shelf);
}

describe('understand', () => {
  it('sets names and spelling right, and knows which episodes are meant', async () => {
    const { parts, episodes, entities } = await read('what did Shultze say about the lisence of inkwel');
    expect(parts).toEqual([
      {
        text: 'what did Maren Schultze say about the licence of Inkwell',
        topic: 'what did   say about the licence of Inkwell',
        weight: 1,
      },
    ]);
    expect([...episodes]).toEqual([11]);
    expect(entities.map(({ name }) => name)).toEqual(['Maren Schultze', 'Inkwell']);
  });

  it('hears names that the shelf is not known for, but for its own and for words that open a sentence', async () => {
    const { names } = await read('Does Ms. Maren Schultze run Inkwell on Kubernetes? Who else uses gRPC?');
    expect(names).toEqual(['kubernetes', 'grpc']);
  });

  it('reads episode numbers, also of episodes that the shelf lacks', async () => {
    const { numbers, episodes } = await read('Compare episodes 12 and 11 with ep. 99 and #13');
    expect(numbers).toEqual([12, 11, 99, 13]);
    expect([...episodes]).toEqual([12, 11, 99, 13]);
  });

  it('hears all others, inside the filters, where "the others" are asked', async () => {
    const { shelf } = await inventedShelf();
    const others = (before: string, guests?: string[]): string[] | null =>
      understand('and the others?', [before], { guests }, shelf).speakers;
    const about = 'Why did Maren Schultze raise the price?';
    expect(others(about)).toEqual(['Tobias Lindqvist', 'Ines Okafor']);
    expect(others(about, ['Maren Schultze', 'Ines Okafor'])).toEqual(['Ines Okafor']);
    expect(others(about, ['Maren Schultze'])).toEqual([]);
    expect(others('Why did Quill and Tobias raise the price?')).toEqual(['Ines Okafor']);
    expect(others('Why does Hanna Host ask about the price?')).toHaveLength(3);
    expect(others('Why are prices raised?')).toBeNull();
    expect(understand('and the others?', ['Who is Maren Schultze?'], {}, shelf).shelf).toBeNull();
  });

  it('goes on about the others where the next question leans on that', async () => {
    const { shelf } = await inventedShelf();
    const context = ['Why did Maren Schultze raise the price?', 'and the others?'];
    expect(understand('why?', context, {}, shelf).speakers).toEqual(['Tobias Lindqvist', 'Ines Okafor']);
    const ines = understand('what about Ines?', context, {}, shelf);
    expect(ines.speakers).toEqual(['Ines Okafor']);
    expect(ines.standalone).toBe('Why did Ines Okafor raise the price?');
  });

  it('searches for a follow-up and for what it leans on, weights summing to 1', async () => {
    const { parts, standalone, episodes } = await read('and how often does he do that?', [
      'Where does Tobias Lindqvist meet his team?',
    ]);
    expect(parts.map(({ text }) => text)).toEqual([
      'and how often does Tobias Lindqvist do that?',
      'Where does Tobias Lindqvist meet his team?',
    ]);
    expect(parts.reduce((sum, { weight }) => sum + weight, 0)).toBe(1);
    expect(standalone).toBe(
      'and how often does Tobias Lindqvist do that? (Where does Tobias Lindqvist meet his team?)',
    );
    expect([...episodes]).toEqual([12]);
  });

  it('lists what nobody knows', async () => {
    expect((await read('How does Zorblatron scale?')).unknown).toEqual(['zorblatron']);
  });
});
