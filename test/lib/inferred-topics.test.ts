import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { TopicInference, writtenAboutFirst } from '../../index/topics/infer-topics.ts';
import type { IndexedPassage } from '../../index/passage-index.ts';
import { topicsOf } from '../../lib/topics.ts';
import { topicInterview } from '../index/topics/topic-interview.ts';
import { realShelf, smallShelf } from './shelf-fixtures.ts';

const shelf = await realShelf();
const passages: IndexedPassage[] = [];
for (const { number } of shelf.episodes) passages.push(...(await shelf.passagesOf(number)));
const written = passages.filter(({ role, enrichment }) => role === 'guest' && enrichment?.topics.length);

/** The topics that the guests of an episode would get had nobody written about it. */
function without(episode: number): { own: IndexedPassage; inferred: string[] }[] {
  const bare = passages.map((each) => (each.episode === episode ? { ...each, enrichment: null } : each));
  const inference = new TopicInference(
    new Set(shelf.episodes.map(({ number }) => number).filter((n) => n !== episode)),
  );
  const vectors = new Map(passages.map(({ id, vector }) => [id, vector]));
  const inferred = new Map<number, string[]>();
  for (const each of writtenAboutFirst(bare)) {
    const { id } = each as IndexedPassage;
    inferred.set(id, inference.next(each, vectors.get(id) ?? new Float32Array()).inferredTopics ?? []);
  }
  return written
    .filter((own) => own.episode === episode)
    .map((own) => ({ own, inferred: inferred.get(own.id) ?? [] }));
}

const percent = (share: number): string => `${Math.round(100 * share)} %`;

/** Share of the inferred topics that readers gave too, and of readers' that were inferred, each episode left out once. */
function leftOut(): { precision: number; recall: number; answered: number } {
  const trials = shelf.episodes.flatMap(({ number }) => without(number));
  const given = trials.map(({ own }) => own.enrichment?.topics ?? []);
  const right = trials.reduce(
    (sum, { inferred }, i) => sum + inferred.filter((topic) => given[i]?.includes(topic)).length,
    0,
  );
  const count = (lists: readonly (readonly string[])[]): number =>
    lists.reduce((sum, { length }) => sum + length, 0);
  return {
    precision: right / count(trials.map(({ inferred }) => inferred)),
    recall: right / count(given),
    answered: trials.filter(({ inferred }) => inferred.length > 0).length / trials.length,
  };
}

describe('inferred topics', () => {
  it('are as often right as the documentation says, where an episode’s own enrichment is left out', () => {
    const { precision, recall, answered } = leftOut();
    const documented = readFileSync('transcripts/README.md', 'utf8');
    expect(documented).toContain(
      `${percent(answered)} of the paragraphs got topics, ${percent(precision)} of these were right, and ${percent(recall)} of`,
    );
  });

  it('do not touch what readers wrote', async () => {
    expect(passages.filter(({ inferredTopics }) => inferredTopics)).toEqual([]);
    const cells = (await topicsOf(shelf)).flatMap((topic) => topic.cells);
    expect(cells.filter(({ words }) => words > 0).length).toBeGreaterThan(100);
    expect(cells.filter(({ inferred }) => inferred)).toEqual([]);
  });

  it('stand in the grid as inferred, with the paragraphs that they are of', async () => {
    const made = [
      topicInterview(4, true, ['pricing', 'hiring']),
      topicInterview(5, true, ['hiring', 'pricing']),
      topicInterview(6, false, ['gardens', 'hiring']),
    ];
    const grid = await topicsOf(
      await smallShelf({
        episodes: made.map(({ episode }) => episode),
        passages: made.flatMap((each) => each.passages),
      }),
    );
    const cellsOf = (slug: string) => grid.find((topic) => topic.slug === slug)?.cells;
    expect(grid.map(({ slug }) => slug)).toEqual(['hiring', 'pricing']);
    expect(cellsOf('hiring')?.map(({ inferred }) => inferred)).toEqual([false, false, true]);
    expect(cellsOf('pricing')?.[2]).toEqual({
      ...{ guest: 'Guest 6', episode: 6, words: 0, anchors: [], inferred: false },
    });
    const anchors = Array.from({ length: 6 }, (_, i) => `6#story-${3 * (6 + i) + 2}`);
    expect(cellsOf('hiring')?.[2]).toMatchObject({ guest: 'Guest 6', words: 6 * 14, anchors });
  });
});
