import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UserError } from '../../ingest/user-error.ts';
import type { Config } from '../../lib/config.ts';
import type { Engine } from '../../lib/engine.ts';
import { openEngine } from '../../lib/open-engine.ts';
import { answerEventSchema, answerSchema } from '../../lib/protocol.ts';
import type { AnswerEvent } from '../../lib/protocol.ts';
import { realShelfConfig } from './shelf-fixtures.ts';

let config: Config;
let engine: Engine;
beforeAll(async () => {
  config = await realShelfConfig();
  engine = await openEngine(config);
});
afterAll(() => engine.close());

const pricing = 'How did Passbolt get its pricing wrong at first?';

describe('ask', () => {
  it('says where it is and ends with the whole answer', async () => {
    const events: AnswerEvent[] = [];
    for await (const event of engine.ask({ id: 'mine', question: pricing })) {
      events.push(answerEventSchema.parse(event));
    }
    expect(events[0]).toEqual({ type: 'status', status: 'searching' });
    const last = events.at(-1);
    if (last?.type !== 'answer') throw new Error('The last event is no answer');
    expect(last.final).toBe(true);
    expect(last.answer).toMatchObject({ id: 'mine', question: pricing, kind: 'answer', mode: 'quotes' });
    expect(last.answer.citations[0]).toMatchObject({ n: 1, speaker: 'Kevin Mueller', episode: 69 });
    expect(last.answer.retrieved).toHaveLength(10);
  });

  it('answers the same question the same way', async () => {
    const [one, other] = [
      await engine.answer({ question: pricing }),
      await engine.answer({ question: pricing }),
    ];
    expect(one.id).not.toBe(other.id);
    expect({ ...one, id: '', ms: 0 }).toEqual({ ...other, id: '', ms: 0 });
  });

  it('ends without an answer once it is aborted', async () => {
    const controller = new AbortController();
    const events: AnswerEvent[] = [];
    for await (const event of engine.ask({ question: pricing }, controller.signal)) {
      events.push(event);
      controller.abort();
    }
    expect(events).toEqual([{ type: 'status', status: 'searching' }]);
    await expect(engine.answer({ question: pricing }, controller.signal)).rejects.toThrow('aborted');
  });

  it.each([
    ['', 'The question is empty'],
    ['   ', 'The question is empty'],
    ['why? '.repeat(2000), 'The question is longer than 2000 characters'],
  ])('refuses the question %#', async (question, reason) => {
    await expect(engine.answer({ question })).rejects.toThrow(reason);
  });

  it.each(['?', '…', '😀😀', "'; DROP TABLE passages; --", 'AND OR NOT NEAR("', '\u0000\ud800'])(
    'has something to say to %j',
    async (question) => {
      const answer = answerSchema.parse(await engine.answer({ question }));
      expect(answer.blocks.length).toBeGreaterThan(0);
    },
  );
});

describe('filters', () => {
  it('keep answer and retrieval to a guest, however the name is typed', async () => {
    const answer = await engine.answer({
      question: 'How did you find your price?',
      filters: { guests: ['nik schrock'] },
    });
    expect(new Set(answer.retrieved.map(({ speaker }) => speaker))).toEqual(new Set(['Nick Schrock']));
    expect(new Set(answer.citations.map(({ speaker }) => speaker))).toEqual(new Set(['Nick Schrock']));
  });

  it('keep answer and retrieval to an episode', async () => {
    const answer = await engine.answer({
      question: 'What do guests say about pricing?',
      filters: { episodes: [64] },
    });
    expect(new Set(answer.retrieved.map(({ episode }) => episode))).toEqual(new Set([64]));
    expect(new Set(answer.citations.map(({ episode }) => episode))).toEqual(new Set([64]));
  });

  it('leave no words of a guest that they exclude, even of one that is named', async () => {
    const answer = await engine.answer({
      question: 'Compare Kevin Mueller and Nick Schrock on pricing',
      filters: { guests: ['Kevin Mueller'] },
    });
    expect(answer.citations.every(({ speaker }) => speaker === 'Kevin Mueller')).toBe(true);
  });

  it('name what the shelf has where a guest or an episode is unknown', async () => {
    const asked = engine.answer({ question: pricing, filters: { guests: ['Bill Gates'] } });
    await expect(asked).rejects.toThrow(UserError);
    await expect(asked).rejects.toThrow(/no guest “Bill Gates”.*Patrik Backman/);
    await expect(engine.search(pricing, { filters: { episodes: [12] } })).rejects.toThrow(
      'There is no episode 12 on this shelf. It has the episodes 61, 62, 63, 64, 65, 66, 67, 68, 69, 70.',
    );
  });
});

describe('the shelf', () => {
  it('lists its episodes', async () => {
    const episodes = await engine.episodes();
    expect(episodes.map(({ number }) => number)).toEqual([61, 62, 63, 64, 65, 66, 67, 68, 69, 70]);
    expect(episodes.find(({ number }) => number === 62)).toMatchObject({ kind: 'description' });
  });

  it('gives a transcript whole, in reading order', async () => {
    const transcript = await engine.transcript(69);
    expect(transcript).toMatchObject({ number: 69, guests: ['Kevin Mueller'], host: 'Mike Schwartz' });
    const paragraphs = transcript?.body.flatMap((section) => section.paragraphs) ?? [];
    expect(paragraphs[0]?.text).toMatch(/^Hello, and welcome to Open Source Underdogs!/);
    expect(paragraphs[0]?.opensTurn).toBe(true);
    expect(new Set(paragraphs.map(({ anchor }) => anchor)).size).toBe(paragraphs.length);
    expect(transcript?.sections.map(({ firstAnchor }) => firstAnchor)).toEqual(
      transcript?.body.map((section) => section.paragraphs[0]?.anchor),
    );
    expect(await engine.transcript(12)).toBeNull();
  });

  it('searches without answering', async () => {
    const found = await engine.search(pricing, { limit: 3 });
    expect(found).toHaveLength(3);
    expect(found[0]?.speaker).toBe('Kevin Mueller');
  });

  it('tells what it serves', async () => {
    expect(await engine.health()).toMatchObject({
      ready: true,
      model: 'underdog-static-512',
      mode: 'quotes',
      counts: { episodes: 10 },
    });
  });
});

describe('openEngine', () => {
  it('says what to do where there is no index', async () => {
    const missing = openEngine({ ...config, indexFolder: '/nowhere/index' });
    await expect(missing).rejects.toThrow(/npm run ingest/);
  });
});
