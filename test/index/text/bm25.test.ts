import fc from 'fast-check';
import Database from 'libsql';
import { describe, expect, it } from 'vitest';
import { Bm25 } from '../../../index/text/bm25.ts';
import type { PlacedPostings } from '../../../index/text/bm25.ts';
import { PostingsReader, postingsFile } from '../../../index/text/postings-file.ts';
import { PostingsWriter } from '../../../index/text/postings.ts';
import { stems } from '../../../index/text/stems.ts';
import { randomNumbers } from '../vectors/vector-index.contract.ts';

const vocabulary =
  'pricing prices priced founder founders company companies open source licence licences café naïve ' +
  'running runs customer customers generalization hopping relational sensibility 2008 node a the of';

/** Texts of some words each, the same at every run. */
function texts(count: number): string[] {
  const random = randomNumbers(5);
  const words = vocabulary.split(' ');
  return Array.from({ length: count }, () =>
    Array.from(
      { length: 1 + Math.floor(random() * 30) },
      () => words[Math.floor(random() ** 2 * words.length)],
    ).join(' '),
  );
}

/** The texts, the first `split` of them in one segment, the others in another. */
class Searched {
  private readonly segments: { base: number; reader: PostingsReader }[];
  private readonly scoring: Bm25;

  constructor(all: readonly string[], split: number, dead: Uint8Array | null = null) {
    const placed = [
      { base: 0, part: all.slice(0, split) },
      { base: split, part: all.slice(split) },
    ];
    this.segments = placed.map(({ base, part }) => {
      const writer = new PostingsWriter();
      part.forEach((text, i) => {
        writer.add(i, stems(text));
      });
      return { base, reader: new PostingsReader(Buffer.concat(postingsFile(writer))) };
    });
    this.scoring = new Bm25(
      Uint32Array.from(all, (text) => stems(text).length),
      dead,
    );
  }

  search(
    question: string,
    limit: number,
    allowed: Uint8Array | null = null,
  ): { id: number; score: number }[] {
    const postings = [...new Set(stems(question))].map((stem) =>
      this.segments.flatMap(({ base, reader }): PlacedPostings[] => {
        const list = reader.find(stem);
        return list ? [{ base, list }] : [];
      }),
    );
    return this.scoring.search(postings, limit, allowed);
  }
}

describe('BM25', () => {
  it.each(['pricing', 'founder company', 'the open café', 'running 2008 unknown', 'a the of open source'])(
    'scores “%s” as SQLite does, in one segment or two',
    (question) => {
      const all = texts(300);
      const database = new Database(':memory:');
      database.exec(
        `CREATE VIRTUAL TABLE t USING fts5 (x, tokenize = 'porter unicode61 remove_diacritics 2')`,
      );
      const insert = database.prepare('INSERT INTO t (rowid, x) VALUES (?, ?)');
      all.forEach((text, id) => insert.run([id, text]));
      const expression = question
        .split(' ')
        .map((word) => `"${word}"`)
        .join(' OR ');
      const expected = database
        .prepare(
          'SELECT rowid AS id, -bm25(t) AS score FROM t WHERE t MATCH ? ORDER BY score DESC, id LIMIT 50',
        )
        .all([expression]) as { id: number; score: number }[];
      database.close();
      expect(expected.length).toBeGreaterThan(10);
      for (const split of [0, 100, 300]) {
        const found = new Searched(all, split).search(question, 50);
        expect(found.map(({ score }) => score)).toEqual(
          expected.map(({ score }) => expect.closeTo(score, 9) as number),
        );
        const scores = new Map(expected.map(({ id, score }) => [id, score]));
        for (const { id, score } of found)
          if (scores.has(id)) expect(score).toBeCloseTo(scores.get(id) ?? 0, 9);
      }
    },
  );

  it('scores without the dead as if they had never been there', () => {
    const all = texts(200);
    const dead = Uint8Array.from(all, (_, id) => (id % 3 === 0 ? 1 : 0));
    const living = all.flatMap((text, id) => (dead[id] === 1 ? [] : [{ id, text }]));
    const fresh = new Searched(
      living.map(({ text }) => text),
      50,
    );
    const found = new Searched(all, 77, dead).search('founder prices', 40);
    expect(found).toEqual(
      fresh
        .search('founder prices', 40)
        .map(({ id, score }) => ({ id: living[id]?.id, score: expect.closeTo(score, 9) as number })),
    );
  });

  it('narrows without changing a score, and starts anew at each search', () => {
    const all = texts(200);
    const searched = new Searched(all, 120);
    const whole = searched.search('open company', 200);
    const allowed = Uint8Array.from(all, (_, id) => (id % 2 === 0 ? 1 : 0));
    expect(searched.search('open company', 200, allowed)).toEqual(whole.filter(({ id }) => id % 2 === 0));
    expect(searched.search('open company', 200)).toEqual(whole);
    expect(searched.search('nothing here', 10)).toEqual([]);
  });

  it('finds the same few where commoner stems are looked up for what is found already', () => {
    const all = texts(2000);
    const dead = Uint8Array.from(all, (_, id) => (id % 7 === 0 ? 1 : 0));
    const searched = new Searched(all, 800, dead);
    const words = vocabulary.split(' ');
    const word = fc.constantFrom(...words, 'rarely');
    const allowed = fc.option(fc.uint8Array({ minLength: 2000, maxLength: 2000, max: 1 }), { nil: null });
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 8 }),
        fc.integer({ min: 1, max: 20 }),
        allowed,
        (asked, few, only) => {
          const question = asked.join(' ');
          const whole = searched.search(question, 2000, only);
          expect(searched.search(question, few, only)).toEqual(whole.slice(0, few));
        },
      ),
      { seed: 1, numRuns: 200 },
    );
  });
});
