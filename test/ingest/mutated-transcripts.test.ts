import { describe, expect, it } from 'vitest';
import { randomOf } from '../fixtures/random.ts';
import { episodeOf } from './parsed.ts';
import { renderEpisodes, renderings } from './mutated/render-talk.ts';
import { talkOf } from './mutated/talk.ts';
import { tryMutated } from './mutated/try-mutated.ts';
import { faultsOfMarks, faultsOfOwners, faultsOfWords } from './mutated/what-is-lost.ts';
import { parseTranscript } from '../../ingest/read-transcripts.ts';

const times = 150;

it(
  `${times} mutated transcripts are read without a loss, or refused with a reason`,
  { timeout: 240_000 },
  async () => {
    const tried = [];
    for (let seed = 1; seed <= times; seed++) tried.push(await tryMutated(seed));
    expect(tried.flatMap(({ faults }) => faults)).toEqual([]);
    const read = tried.filter(({ isRead }) => isRead).map(({ what }) => what.replace(/:.*/u, ''));
    expect(new Set(read)).toEqual(new Set([...Object.keys(renderings), 'PDF', 'several episodes']));
    expect(read.length).toBeGreaterThan(times * 0.8);
  },
);

describe('what looks for losses', () => {
  const talk = talkOf(7, randomOf(1));
  const { bytes, titles } = renderEpisodes([talk, talkOf(8, randomOf(2))]);

  it('finds a paragraph that was not read, or that was read in another place', async () => {
    const episode = await episodeOf(renderings.Markdown?.(talk) ?? Buffer.of());
    expect(faultsOfWords(talk, [episode])).toEqual([]);
    const without = { ...episode, paragraphs: episode.paragraphs.toSpliced(2, 1) };
    expect(faultsOfWords(talk, [without])).toEqual([expect.stringContaining('q7x2z')]);
    expect(faultsOfWords({ ...talk, said: talk.said.toReversed() }, [episode])).not.toEqual([]);
  });

  it('finds what is lost of a damaged file, and what is under another episode', async () => {
    const { episodes } = await parseTranscript(bytes, 'talk');
    expect(faultsOfMarks('interview text', bytes, episodes)).toEqual([]);
    expect(faultsOfMarks('interview text', bytes, episodes.slice(1))).toHaveLength(talk.said.length);
    expect(faultsOfOwners(bytes, titles, episodes)).toEqual([]);
    const exchanged = episodes.map((episode) => ({ ...episode, number: 15 - episode.number }));
    expect(faultsOfOwners(bytes, titles, exchanged)).toContain('q7x0z is under episode 8');
  });
});
