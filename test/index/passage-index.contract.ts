import { describe, expect, it, onTestFinished } from 'vitest';
import type { Embedder } from '../../index/embedder.ts';
import { unpackEpisode } from '../../index/packed-episode.ts';
import type { CandidateQuery, PassageIndex } from '../../index/passage-index.ts';
import type { Episode } from '../../ingest/episode.ts';
import type { Passage } from '../../ingest/passage.ts';
import { cosine } from '../../index/vectors/vector-table.ts';
import { voteOf } from '../../index/vectors/votes.ts';
import { queriesOf } from '../../ingest/enrichment.ts';
import { wordUsesOf } from '../../index/segments/word-uses.ts';
import { HashingEmbedder } from './hashing-embedder.ts';
import { sampleShelf } from './sample-shelf.ts';

/** How a driver makes an index of these passages; ids are their positions. */
export type MakeIndex = (shelf: {
  episodes: Episode[];
  passages: Passage[];
  embedder: Embedder;
}) => Promise<PassageIndex>;

/** What every driver of `PassageIndex` does, whatever it stores passages in. */
export function passageIndexContract(driver: string, make: MakeIndex): void {
  const embedder = new HashingEmbedder();
  const shelf = sampleShelf();

  async function open(): Promise<PassageIndex> {
    const index = await make({ ...shelf, embedder });
    onTestFinished(() => index.close());
    return index;
  }

  function query(text: string, rest: Partial<CandidateQuery> = {}): CandidateQuery {
    const terms = text.toLowerCase().split(' ');
    return { terms, vector: embedder.vector(text), limit: 10, ...rest };
  }

  describe(`PassageIndex: ${driver}`, () => {
    it('counts what it holds and names the model', async () => {
      const { manifest } = await open();
      expect(manifest.counts).toEqual({ episodes: 2, paragraphs: 6, passages: 6, questions: 8 });
      expect(manifest.model).toEqual({ name: 'hashing', dimensions: 32, revision: 'one' });
    });

    it('gives episodes back whole, ascending, with every character', async () => {
      const index = await open();
      const ascending = [...shelf.episodes].sort((a, b) => a.number - b.number);
      expect(await index.episodes()).toEqual(ascending);
      expect(await index.episode(9)).toEqual(ascending[1]);
      expect(await index.episode(8)).toBeNull();
      const packed = await index.packedEpisodes();
      expect([...packed.keys()].sort()).toEqual([7, 9]);
      expect(unpackEpisode(packed.get(9) ?? new Uint8Array())).toEqual(ascending[1]);
    });

    it('gives outlines without texts, ascending, with the first anchor of each section', async () => {
      const [first, second] = await (await open()).outlines();
      const { names, ...about } = first ?? {};
      expect(shelf.episodes[1]).toMatchObject({ ...about, sections: [{ slug: 'pricing-journey' }] });
      expect(names).toEqual([]);
      expect(Object.keys(first ?? {})).not.toEqual(expect.arrayContaining(['text', 'paragraphs']));
      expect(first?.sections).toEqual([
        {
          slug: 'pricing-journey',
          title: 'Pricing journey',
          titled: true,
          firstAnchor: '7#pricing-journey-1',
        },
      ]);
      expect(second?.number).toBe(9);
    });

    it('gives passages in the order asked for, with unit vectors of their texts', async () => {
      const index = await open();
      const [third, first, again] = await index.passages([3, 0, 3]);
      expect(third).toEqual({
        ...shelf.passages[3],
        id: 3,
        vector: embedder.vector(shelf.passages[3]?.text ?? ''),
      });
      expect(first?.text).toBe('How did you find your price?');
      expect(again).toEqual(third);
      expect(await index.passages([])).toEqual([]);
    });

    it.each([-1, 6, 0.5])('refuses the unknown id %s', async (id) => {
      await expect((await open()).passages([id])).rejects.toThrow(RangeError);
    });

    it('lists the passages of an episode in reading order', async () => {
      const index = await open();
      expect(await index.passageIds(7)).toEqual([0, 1, 2, 3]);
      expect(await index.passageIds(9)).toEqual([4, 5]);
      expect(await index.passageIds(1)).toEqual([]);
    });

    it('finds words by their stem, with or without accents, in the text view', async () => {
      const index = await open();
      const found = await index.candidates(query('charging cafe'));
      expect(found.filter(({ scores }) => scores.text !== undefined).map(({ id }) => id)).toEqual([1]);
      expect(found.find(({ id }) => id === 1)?.scores.text).toBeGreaterThan(0);
    });

    it('finds the words around a passage in the context view only', async () => {
      const index = await open();
      const [subscription] = (await index.candidates(query('subscription'))).filter(({ id }) => id === 1);
      expect(subscription?.scores.context).toBeGreaterThan(0);
      expect(subscription?.scores.text).toBeUndefined();
      const contributors = await index.candidates(query('contributors'));
      expect(contributors.filter(({ scores }) => scores.context !== undefined).map(({ id }) => id)).toEqual([
        5,
      ]);
      const section = await index.candidates(query('journey'));
      expect(section.filter(({ scores }) => scores.context !== undefined)).toHaveLength(4);
    });

    it('scores the passage view by cosine with the text', async () => {
      const index = await open();
      const vector = embedder.vector('who thanks volunteers with stickers');
      const found = await index.candidates({ terms: [], vector, limit: 10 });
      const stored = await index.passages(found.map(({ id }) => id));
      expect(stored).toHaveLength(6);
      for (const [i, passage] of stored.entries()) {
        const cosine = passage.vector.reduce((sum, value, j) => sum + value * (vector[j] ?? 0), 0);
        expect(found[i]?.scores.passage).toBeCloseTo(cosine, 5);
      }
    });

    it('scores the question view by the nearest question, and names it; none without enrichment', async () => {
      const index = await open();
      const found = await index.candidates(query('Who contributes to the project?'));
      const asked = found.filter(({ scores }) => scores.question !== undefined);
      expect(asked.map(({ id }) => id).sort()).toEqual([1, 5]);
      const hit = asked.find(({ id }) => id === 5);
      expect(hit?.nearestQuestion).toBe('Who contributes to the project?');
      expect(hit?.scores.question).toBeCloseTo(1, 5);
      expect(found.filter((one) => one.scores.question === undefined && one.nearestQuestion)).toEqual([]);
    });

    it('counts the votes of the questions about each span; none without enrichment', async () => {
      const index = await open();
      const text = 'Who contributes to the project?';
      const found = await index.candidates(query(text));
      const votesOf = (id: number): number[] =>
        (shelf.passages[id]?.spans ?? []).map(({ enrichment }) =>
          queriesOf(enrichment)
            .map((written) => voteOf(cosine(embedder.vector(written), embedder.vector(text))))
            .reduce((sum, vote) => sum + vote, 0),
        );
      for (const { id, scores, votes } of found) {
        const expected = scores.question === undefined ? [] : votesOf(id);
        expectNear(votes, expected);
      }
      expect(votesOf(5)[0]).toBeGreaterThan(1);
    });

    it('counts the votes of each span of a passage, narrowed or not', async () => {
      const [last] = shelf.passages.slice(-1);
      const enrichment = last?.spans[0]?.enrichment;
      if (!last || !enrichment) throw new Error('The sample has no enrichment');
      const asking = (question: string) => ({
        ...enrichment,
        questions: [question],
        plain: [],
        points: [],
        themes: [],
      });
      const questions = ['Who contributes to the project?', 'Who contributes nothing at all?'];
      const spans = questions.map((question, i) => ({
        anchor: `9#community-${i + 2}`,
        start: 0,
        end: 4,
        enrichment: asking(question),
      }));
      const passages = [...shelf.passages.slice(0, -1), { ...last, spans }];
      const index = await make({ ...shelf, passages, embedder });
      onTestFinished(() => index.close());
      const text = 'Who contributes to the project?';
      const expected = questions.map((question) =>
        voteOf(cosine(embedder.vector(question), embedder.vector(text))),
      );
      expect(expected[0]).toBeGreaterThan(expected[1] ?? 0);
      for (const filter of [undefined, { speakers: ['Ben Best'] }]) {
        const found = await index.candidates(query(text, { filter }));
        expectNear(found.find(({ id }) => id === 5)?.votes ?? [], expected);
      }
    });

    it('gives each passage once, at most `limit` from each view', async () => {
      const index = await open();
      const found = await index.candidates(
        query('price journey contributes dollar volunteers', { limit: 1 }),
      );
      expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
      for (const view of ['text', 'context', 'passage', 'question'] as const) {
        expect(found.filter(({ scores }) => scores[view] !== undefined)).toHaveLength(1);
      }
      expect(await index.candidates(query('price', { limit: 0 }))).toEqual([]);
    });

    it.each([
      [{ episodes: [9] }, [4, 5]],
      [{ speakers: ['Hanna Host'] }, [0, 2, 4]],
      [{ episodes: [7], speakers: ['Ada Able'] }, [1, 3]],
      [{ episodes: [7, 9], speakers: ['Ben Best'] }, [5]],
      [{ episodes: [9], speakers: ['Ada Able'] }, []],
      [{ speakers: ["'; DROP TABLE passages; --"] }, []],
      [{ episodes: [], speakers: [] }, [0, 1, 2, 3, 4, 5]],
    ])('narrows every view to %j, and misses nothing there', async (filter, expected) => {
      const index = await open();
      const found = await index.candidates(query('price volunteers who contributes cheap cafe', { filter }));
      expect(found.map(({ id }) => id).sort()).toEqual(expected);
    });

    it.each([
      '"',
      '""',
      '*',
      'a*',
      'NEAR(a b)',
      'text:price',
      '{text}',
      '(((',
      '-price',
      '^price',
      'price AND',
      "'",
      '\0',
      'price\0"',
      '\ud800',
      '😀',
      '漢字',
      '',
    ])('takes %j as a word, never as syntax', async (term) => {
      const index = await open();
      const found = await index.candidates({
        terms: [term, 'volunteers'],
        vector: embedder.vector('x'),
        limit: 10,
      });
      expect(found.find(({ id }) => id === 5)?.scores.text).toBeGreaterThan(0);
    });

    it('tells how many of a text’s stems each episode says, whatever their case, accents and order', async () => {
      const index = await open();
      const held = async (text: string) => {
        const { stems, episodes } = await index.stemsHeld(text);
        return [
          stems,
          ...[...episodes].sort(([a], [b]) => a - b).map(([number, count]) => `${number}: ${count}`),
        ];
      };
      expect(await held('CAFE asks, “CHEAP”?')).toEqual([3, '7: 3']);
      expect(await held('Who writes code? Who asked?')).toEqual([4, '7: 1', '9: 3']);
      expect(await held('undervaluing helpers')).toEqual([2]);
      expect(await held('€ …')).toEqual([0]);
    });

    it('takes thousands of terms', async () => {
      const index = await open();
      const terms = ['volunteers', ...Array.from({ length: 5000 }, (_, i) => `word${i}`)];
      const found = await index.candidates({ terms, vector: embedder.vector('x'), limit: 10 });
      expect(found.find(({ id }) => id === 5)?.scores.text).toBeGreaterThan(0);
    });

    it.each([
      ['other dimensions', new Float32Array(31).fill(0.1)],
      ['a value that is no number', new Float32Array(32).fill(Number.NaN)],
    ])('refuses a vector with %s', async (_, vector) => {
      await expect((await open()).candidates({ terms: [], vector, limit: 5 })).rejects.toThrow(RangeError);
    });

    it('counts the passages that hold each word, in text or context, unstemmed, and how it is written', async () => {
      const vocabulary = await (await open()).vocabulary();
      expect(vocabulary.get('charged')?.passages).toBe(1);
      expect(vocabulary.get('pricing')?.passages).toBe(4);
      expect(vocabulary.get('café')?.passages).toBe(1);
      expect(vocabulary.get('node.js')?.passages).toBe(2);
      expect(vocabulary.has('charg')).toBe(false);
      expect([...vocabulary]).toEqual(
        expect.arrayContaining([...wordUsesOf(shelf.episodes, shelf.passages)]),
      );
    });
  });
}

/** Votes are counted by rounded cosines. */
function expectNear(votes: readonly number[], expected: readonly number[]): void {
  expect(votes).toHaveLength(expected.length);
  for (const [i, vote] of votes.entries()) {
    expect(Math.abs(vote - (expected[i] ?? 0))).toBeLessThan(0.1 * (expected[i] ?? 0) + 1e-4);
  }
}
