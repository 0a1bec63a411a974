import { describe, expect, it } from 'vitest';
import { FolderStore } from '../../../index/folder-store.ts';
import { ExchangeVectors } from '../../../index/topics/exchange-vectors.ts';
import { TopicVote } from '../../../index/topics/topic-vote.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { inferredTopicsContract } from './inferred-topics.contract.ts';

inferredTopicsContract('files', async () => new FolderStore(await temporaryFolder()));

/** A unit vector at an angle, in degrees, in the first two of three dimensions. */
function at(degrees: number): Float32Array {
  const angle = (degrees / 180) * Math.PI;
  return Float32Array.of(Math.cos(angle), Math.sin(angle), 0);
}

function around(degrees: number, count: number, topics: readonly string[]) {
  return Array.from({ length: count }, (_, i) => ({ vector: at(degrees + i), topics, episode: i % 2 }));
}

describe('the vote of the nearest', () => {
  const [east, west] = [around(0, 10, ['east']), around(180, 10, ['west', 'sunset'])];

  it('gives the topics that the near agree on, the surest first', () => {
    const vote = TopicVote.of([...east, ...west]);
    expect(vote?.topicsOf(at(2))).toEqual(['east']);
    expect(vote?.topicsOf(at(185))).toEqual(['sunset', 'west']);
  });

  it('gives none where all are far, or the near disagree', () => {
    const vote = TopicVote.of([...east, ...west]);
    expect(vote?.topicsOf(Float32Array.of(0, 0, 1))).toEqual([]);
    const divided = TopicVote.of([
      ...around(0, 12, []).map((example, i) => ({ ...example, topics: [`topic ${i}`] })),
      ...west,
    ]);
    expect(divided?.topicsOf(at(5))).toEqual([]);
  });

  it('takes no word of one episode alone, however near', () => {
    const one = east.map((example) => ({ ...example, episode: 1 }));
    expect(TopicVote.of([...one, ...west])?.topicsOf(at(2))).toEqual([]);
  });

  it('needs ten examples', () => {
    expect(TopicVote.of(east.slice(1))).toBeNull();
  });
});

describe('a passage in its exchange', () => {
  it('leans to what the host asked there, and to nothing asked elsewhere', () => {
    const vectors = new ExchangeVectors();
    const [asked, answered] = [at(90), at(0)];
    expect(vectors.next({ episode: 1, exchange: 0, role: 'host' }, asked)).toEqual(asked);
    const [x = 0, y = 0] = vectors.next({ episode: 1, exchange: 0, role: 'guest' }, answered);
    expect(y / x).toBeCloseTo(0.5, 5);
    expect(Math.hypot(x, y)).toBeCloseTo(1, 5);
    expect(vectors.next({ episode: 1, exchange: 1, role: 'guest' }, answered)).toEqual(answered);
    expect(vectors.next({ episode: 2, exchange: 0, role: 'guest' }, answered)).toEqual(answered);
  });
});
