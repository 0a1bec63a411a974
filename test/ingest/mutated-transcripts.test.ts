import { describe, expect, it } from 'vitest';
import { randomNumbers } from '../../eval/random-numbers.ts';
import { draftOf } from './parsed.ts';
import { renderEpisodes, renderings } from './mutated/render-talk.ts';
import { talkOf } from './mutated/talk.ts';
import { tryMutated } from './mutated/try-mutated.ts';
import { faultsOfMarks, faultsOfOwners, faultsOfWords } from './mutated/what-is-lost.ts';
import type { Read } from './mutated/what-is-lost.ts';
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
  const talk = talkOf(7, randomNumbers(1));
  const { bytes, titles } = renderEpisodes([talk, talkOf(8, randomNumbers(2))]);

  it('finds a paragraph that was not read, or that was read in another place', async () => {
    const read = await readOf(renderings.Markdown?.(talk) ?? Buffer.of());
    expect(faultsOfWords('Markdown', talk, read)).toEqual([]);
    const episodes = read.episodes.map((each) => ({ ...each, paragraphs: each.paragraphs.toSpliced(2, 1) }));
    expect(faultsOfWords('Markdown', talk, { ...read, episodes })).toEqual([
      expect.stringContaining('q7x2z'),
    ]);
    expect(faultsOfWords('Markdown', { ...talk, said: talk.said.toReversed() }, read)).not.toEqual([]);
  });

  it('finds what is lost of a damaged file, and what is under another episode', async () => {
    const read = await readOf(bytes);
    const { episodes } = read;
    expect(faultsOfMarks('interview text', bytes, read)).toEqual([]);
    const without = { ...read, episodes: episodes.slice(1) };
    expect(faultsOfMarks('interview text', bytes, without)).toHaveLength(talk.said.length);
    expect(faultsOfOwners(bytes, titles, episodes)).toEqual([]);
    const exchanged = episodes.map((episode) => ({ ...episode, number: 15 - episode.number }));
    expect(faultsOfOwners(bytes, titles, exchanged)).toContain('q7x0z is under episode 8');
  });
});

async function readOf(bytes: Uint8Array): Promise<Read> {
  return { ...(await parseTranscript(bytes, 'talk')), text: (await draftOf(bytes)).text };
}
