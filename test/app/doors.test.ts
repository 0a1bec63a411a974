import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { POST as ask } from '../../app/api/ask/route.ts';
import { POST as compare } from '../../app/api/compare/route.ts';
import { GET as episodes } from '../../app/api/episodes/route.ts';
import { GET as live } from '../../app/api/health/live/route.ts';
import { GET as openapi } from '../../app/api/openapi.json/route.ts';
import { POST as search } from '../../app/api/search/route.ts';
import { GET as topics } from '../../app/api/topics/route.ts';
import { GET as mcpGet, POST as mcp } from '../../app/mcp/route.ts';
import { POST as chat } from '../../app/v1/chat/completions/route.ts';
import { chatCompletionSchema } from '../../lib/api/chat-completions.ts';
import {
  episodesResponseSchema,
  operations,
  searchResponseSchema,
  topicsResponseSchema,
} from '../../lib/api/operations.ts';
import { answerEventSchema, answerSchema, errorBodySchema } from '../../lib/protocol.ts';
import type { FakeEngine } from '../fixtures/fake-engine.ts';
import { installFakeEngine } from '../fixtures/install-fake-engine.ts';

let engine: FakeEngine;
beforeEach(() => {
  engine = installFakeEngine();
});

function post(body: unknown, headers: Record<string, string> = {}): Request {
  return new Request('http://localhost/', { method: 'POST', body: JSON.stringify(body), headers });
}

/** The `data` lines of an event stream, and the name of each event that has one. */
async function events(response: Response): Promise<{ event: string | null; data: string }[]> {
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  const text = await response.text();
  return text
    .split('\n\n')
    .filter((each) => each !== '')
    .map((each) => ({
      event: /^event: (.*)$/m.exec(each)?.[1] ?? null,
      data: /^data: (.*)$/m.exec(each)?.[1] ?? '',
    }));
}

describe('the doors for programs', () => {
  it('answer a question as JSON', async () => {
    const response = await ask(post({ question: 'How did the pricing start?' }));
    expect(response.status).toBe(200);
    expect(answerSchema.parse(await response.json()).citations.length).toBeGreaterThan(1);
  });

  it('answer it as a stream of the same events for who accepts one', async () => {
    const stream = await events(await ask(post({ question: 'pricing' }, { accept: 'text/event-stream' })));
    const parsed = stream.map(({ data }) => answerEventSchema.parse(JSON.parse(data)));
    expect(parsed.at(-1)).toMatchObject({ type: 'answer', final: true });
    expect(parsed.length).toBeGreaterThan(2);
  });

  it('end a broken stream with an error event that tells no details, and report it', async () => {
    const reported = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const stream = await events(await ask(post({ question: 'crash' }, { accept: 'text/event-stream' })));
    const last = stream.at(-1);
    expect(last?.event).toBe('error');
    expect(errorBodySchema.parse(JSON.parse(last?.data ?? '')).error.code).toBe('internal');
    expect(last?.data).not.toContain('passwd');
    expect(reported.mock.calls.join()).toContain('passwd');
  });

  it('stop the work where a stream is abandoned', async () => {
    const response = await ask(post({ question: 'slow' }, { accept: 'text/event-stream' }));
    const reader = response.body?.getReader();
    await reader?.read();
    await reader?.cancel();
    expect(engine.asked).toHaveLength(1);
  });

  it('find passages, compare guests, list episodes and topics', async () => {
    expect(
      searchResponseSchema.parse(await (await search(post({ question: 'pricing' }))).json()).passages,
    ).toEqual(await engine.search('pricing'));
    expect(answerSchema.parse(await (await compare(post({ topic: 'pricing' }))).json()).kind).toBe(
      'comparison',
    );
    expect(episodesResponseSchema.parse(await (await episodes()).json()).episodes.length).toBeGreaterThan(2);
    expect(topicsResponseSchema.parse(await (await topics()).json()).topics.length).toBeGreaterThan(2);
  });

  it.each([
    ['ask', ask, {}],
    ['ask', ask, { question: '' }],
    ['ask', ask, { question: 'x'.repeat(10_000) }],
    ['ask', ask, { question: 'a', filters: { episodes: ['one'] } }],
    ['search', search, { question: 'a', limit: 0 }],
    ['search', search, { question: 'a', offset: 3 }],
    ['compare', compare, { topic: ' ' }],
    ['chat', chat, { messages: [] }],
  ])('%s refuses what does not fit with 400 and a reason', async (_, door, body) => {
    const response = await door(post(body));
    expect(response.status).toBe(400);
    expect(errorBodySchema.parse(await response.json()).error.message.length).toBeGreaterThan(10);
  });

  it('say that the process is alive, whatever the engine does', async () => {
    expect(await live().json()).toEqual({ live: true });
  });

  it('are described by the OpenAPI document', async () => {
    const document = (await openapi().json()) as { paths: Record<string, unknown> };
    expect(Object.keys(document.paths).sort()).toEqual(
      [...new Set(operations.map(({ path }) => path))].sort(),
    );
  });
});

describe('the OpenAI door', () => {
  const question = { messages: [{ role: 'user', content: 'How did the pricing start?' }] };

  it('completes a chat', async () => {
    const completion = chatCompletionSchema.parse(await (await chat(post(question))).json());
    for (const { quote } of completion.citations) {
      expect(completion.choices[0]?.message.content).toContain(quote);
    }
  });

  it('streams a chat, and says when it is done', async () => {
    const stream = await events(await chat(post({ ...question, stream: true })));
    expect(stream.at(-1)?.data).toBe('[DONE]');
    const chunks = stream.slice(0, -1).map(({ data }) => JSON.parse(data) as { object: string });
    expect(chunks.every(({ object }) => object === 'chat.completion.chunk')).toBe(true);
  });
});

describe('the MCP door', () => {
  it('serves a client of the protocol over HTTP, each request on its own', async () => {
    const client = new Client({ name: 'test', version: '1' });
    const transport = new StreamableHTTPClientTransport(new URL('http://localhost/mcp'), {
      fetch: async (url, init) => (init?.method === 'GET' ? mcpGet() : mcp(new Request(url, init))),
    });
    await client.connect(transport);
    const { tools } = await client.listTools();
    expect(tools).toHaveLength(5);
    const result = await client.callTool({ name: 'ask', arguments: { question: 'pricing' } });
    expect(answerSchema.parse(result.structuredContent).kind).toBe('answer');
    await client.close();
  });
});
