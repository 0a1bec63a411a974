import { simulateReadableStream } from 'ai';
import { MockLanguageModelV3 } from 'ai/test';
import { describe, expect, it } from 'vitest';
import { citationFault } from '../../../lib/answer/citation.ts';
import { passages } from './invented-sources.ts';
import { anthropicMessage, chat } from './model-server.ts';
import {
  anthropic,
  good,
  money,
  price,
  quotesAnswer,
  reply,
  run,
  server,
  shelf,
  writerOf,
} from './prose-request.ts';

describe('prose over the OpenAI protocol', () => {
  it('shows the quotes first, then checked prose as it grows, and ends with prose and quotes in one numbering', async () => {
    const { events: seen, last } = await reply(chat(good));
    expect(seen[0]).toMatchObject({ type: 'answer', final: false, answer: { mode: 'quotes' } });
    expect(seen[1]).toEqual({ type: 'status', status: 'writing' });
    expect(seen.length).toBeGreaterThan(4);
    expect(last).toMatchObject({ mode: 'llm', notice: null, support: { supported: 2, sentences: 2 } });
    expect(last.blocks).toEqual([
      {
        type: 'text',
        text: 'Ada Ash asked twelve customers what they would pay, and says “we charge 20 euros a month” [1]. She raised $1.5 million from two angels in 2019 [2].',
        citations: [1, 2],
        marks: [{ start: 62, end: 88, kind: 'verified', citation: 1 }],
      },
    ]);
    expect(last.citations.map(({ n, quote }) => [n, quote])).toEqual([
      [1, price],
      [2, money],
    ]);
    expect(last.quoteBlocks).toEqual(quotesAnswer().blocks);
    expect(last.ms).toBeGreaterThanOrEqual(5);
  });

  it('shows nothing unchecked but plain words on the way, and every citation is its paragraph’s words', async () => {
    const { events: seen } = await reply(chat(good));
    for (const event of seen) {
      if (event.type !== 'answer') continue;
      for (const citation of event.answer.citations) expect(citationFault(citation, shelf)).toBeNull();
      for (const { text, citations } of event.answer.blocks) {
        expect([...text.matchAll(/\[(\d+)\]/g)].map((match) => Number(match[1]))).toEqual(
          event.answer.mode === 'llm' ? citations : [],
        );
        expect(text.replace(/\[\d+\]/g, '')).not.toMatch(/[[\]]/);
        expect((text.match(/“/g) ?? []).length).toBe((text.match(/”/g) ?? []).length);
      }
    }
  });

  it('numbers the quotes that the prose does not use after its own', async () => {
    const { last } = await reply(chat('Ben Birch raised 80 million dollars in three rounds [7].'));
    expect(last.citations.map(({ n, speaker }) => [n, speaker])).toEqual([
      [1, 'Ben Birch'],
      [2, 'Ada Ash'],
      [3, 'Ada Ash'],
    ]);
    expect(last.quoteBlocks?.map(({ citations }) => citations)).toEqual([[2], [3]]);
  });

  it('asks once, with the key, the question and the passages fenced by a code that they do not hold', async () => {
    server.requests.length = 0;
    await reply(chat(good));
    expect(server.requests).toHaveLength(1);
    const [{ path, headers, body } = { path: '', headers: {}, body: { model: '' } }] = server.requests;
    expect(path).toBe('/v1/chat/completions');
    expect(headers.authorization).toBe('Bearer key-0123456789');
    expect(body).toMatchObject({ model: 'tiny', stream: true, temperature: 0, max_tokens: 2000 });
    const messages = body.messages as { role: string; content: string }[];
    const [system, user] = messages.map(({ content }) => content);
    const code = /carry the code ([0-9a-f]{16})/.exec(system ?? '')?.[1] ?? '';
    expect(user?.match(new RegExp(`^--- ${code} passage \\d+ `, 'gm'))).toHaveLength(passages.length);
    expect(user).toContain(`--- ${code} passage 1 · speaker: Ada Ash, guest · episode 1: `);
    expect(user?.endsWith(`Question (${code}): How did Ada find her price?`)).toBe(true);
    for (const { text } of passages) {
      expect(user).toContain(text);
      expect(text).not.toContain(code);
    }
  });

  it('leaves a reasoning model’s thoughts out', async () => {
    const { last } = await reply(chat(`<think>Passage 1 speaks to it. Not [7].</think>\n\n${good}`));
    expect(last.blocks[0]?.text.startsWith('Ada Ash asked twelve')).toBe(true);
    expect(last.support).toEqual({ supported: 2, sentences: 2 });
  });

  it('keeps the mark of a sentence that is not supported, where most are', async () => {
    const { last } = await reply(chat(`${good} Ada Ash plans to sell the company to Oracle [1].`));
    expect(last).toMatchObject({ mode: 'llm', support: { supported: 2, sentences: 3 } });
    expect(last.blocks[0]?.marks?.at(-1)).toMatchObject({ kind: 'unsupported' });
  });

  it('does not ask about what the shelf does not answer', async () => {
    server.requests.length = 0;
    server.replies = [chat(good)];
    for (const quotes of [quotesAnswer({ kind: 'no-answer' }), quotesAnswer({ citations: [], blocks: [] })]) {
      expect((await run(writerOf(), quotes)).events).toEqual([
        { type: 'answer', answer: quotes, final: true },
      ]);
    }
    expect(server.requests).toEqual([]);
  });
});

describe('prose over Anthropic’s protocol', () => {
  it('writes checked prose', async () => {
    server.requests.length = 0;
    server.replies = [anthropicMessage(good, 'end_turn')];
    const { last } = await run(writerOf(anthropic));
    expect(last).toMatchObject({ mode: 'llm', notice: null, support: { supported: 2, sentences: 2 } });
    expect(server.requests[0]).toMatchObject({
      path: '/v1/messages',
      headers: { 'x-api-key': 'ant-0123456789' },
    });
  });
});

describe('prose by any model of the AI SDK', () => {
  const usage = {
    inputTokens: { total: 1, noCache: 1, cacheRead: undefined, cacheWrite: undefined },
    outputTokens: { total: 1, text: 1, reasoning: undefined },
  };

  it('takes the text in whatever pieces it comes', async () => {
    const { config } = writerOf();
    const whole = (await reply(chat(good))).last;
    for (const size of [1, 3, 50, 1000]) {
      const pieces = good.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];
      const model = new MockLanguageModelV3({
        doStream: {
          stream: simulateReadableStream({
            initialDelayInMs: null,
            chunkDelayInMs: null,
            chunks: [
              { type: 'stream-start', warnings: [] },
              { type: 'text-start', id: '1' },
              ...pieces.map((delta) => ({ type: 'text-delta' as const, id: '1', delta })),
              { type: 'text-end', id: '1' },
              { type: 'finish', finishReason: { unified: 'stop', raw: 'stop' }, usage },
            ],
          }),
        },
      });
      const { last } = await run({ model, config });
      expect({ ...last, ms: 0 }).toEqual({ ...whole, ms: 0 });
    }
  });
});
