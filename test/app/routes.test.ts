import { beforeEach, describe, expect, it, vi } from 'vitest';
import { GET as paragraphRoute } from '../../app/api/episodes/[number]/paragraphs/[paragraph]/route.ts';
import { GET as healthRoute } from '../../app/api/health/route.ts';
import { POST } from '../../app/api/chat/route.ts';
import { excerptSchema } from '../../app/transcript/excerpt.ts';
import { maximumBodyBytes } from '../../app/server/request-body.ts';
import { maximumQuestionLength } from '../../lib/question-length.ts';
import { errorBodySchema } from '../../lib/protocol.ts';
import type { FakeEngine } from '../fixtures/fake-engine.ts';
import { installFakeEngine } from '../fixtures/install-fake-engine.ts';

let engine: FakeEngine;
beforeEach(() => {
  engine = installFakeEngine();
});

const user = (text: string) => ({ id: text, role: 'user', parts: [{ type: 'text', text }] });

function chat(body: unknown, signal?: AbortSignal): Promise<Response> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return POST(new Request('http://localhost/api/chat', { method: 'POST', body: text, signal }));
}

/** The parts of a UI message stream, in order. */
async function parts(response: Response): Promise<Record<string, unknown>[]> {
  const text = await response.text();
  return text
    .split('\n\n')
    .filter((line) => line.startsWith('data: {'))
    .map((line) => JSON.parse(line.slice(6)) as Record<string, unknown>);
}

async function errorOf(response: Response): Promise<{ status: number; code: string; message: string }> {
  return { status: response.status, ...errorBodySchema.parse(await response.json()).error };
}

describe('POST /api/chat', () => {
  it('streams snapshots of one answer, with progress beside it', async () => {
    const response = await chat({ messages: [user('How did the pricing start?')] });
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    const stream = await parts(response);
    expect(stream.map(({ type }) => type)).toEqual([
      'start',
      'data-status',
      'data-answer',
      'data-status',
      'data-answer',
      'finish',
    ]);
    const answers = stream.filter(({ type }) => type === 'data-answer');
    expect(answers.map(({ id }) => id)).toEqual(['answer', 'answer']);
    expect(answers[1]).toMatchObject({ data: { final: true, answer: { kind: 'answer' } } });
    expect(stream[1]).toMatchObject({ transient: true, data: { status: 'searching' } });
  });

  it('asks the last user message, with the earlier ones as context and the filters', async () => {
    const assistant = { id: 'a', role: 'assistant', parts: [{ type: 'data-answer', data: {} }] };
    const filters = { guests: ['Kevin Mueller'], episodes: [69] };
    const messages = [user('first'), assistant, user('second'), assistant, user('third')];
    await (await chat({ id: 'c', messages, filters })).text();
    expect(engine.asked).toEqual([{ question: 'third', context: ['first', 'second'], filters }]);
  });

  it('says what is wrong with a question', async () => {
    expect(await errorOf(await chat({ messages: [user('   ')] }))).toMatchObject({
      status: 400,
      code: 'bad-request',
      message: expect.stringContaining('question is empty') as string,
    });
    const long = await errorOf(await chat({ messages: [user('x'.repeat(maximumQuestionLength + 1))] }));
    expect(long).toMatchObject({ status: 400 });
    expect(long.message).toContain(`longer than ${maximumQuestionLength}`);
  });

  it.each([
    ['no JSON', '{"messages":', 'JSON'],
    ['no messages', {}, 'messages'],
    ['messages of another shape', { messages: [{ role: 'user' }] }, 'messages'],
    ['an unknown filter', { messages: [user('x')], filters: { year: 2024 } }, 'filters'],
  ])('answers 400 to %s', async (_name, body, named) => {
    const error = await errorOf(await chat(body));
    expect(error).toMatchObject({ status: 400, code: 'bad-request' });
    expect(error.message).toContain(named);
    expect(engine.asked).toEqual([]);
  });

  it('answers 413 to a body over the limit', async () => {
    const error = await errorOf(await chat({ messages: [user('x'.repeat(maximumBodyBytes))] }));
    expect(error).toMatchObject({ status: 413, code: 'too-large' });
  });

  it('ends a stream that fails half-way with a message that gives nothing away', async () => {
    const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const stream = await parts(await chat({ messages: [user('crash')] }));
    const last = stream.at(-1);
    expect(last).toMatchObject({ type: 'error' });
    expect(last?.errorText).toContain('try again');
    expect(JSON.stringify(stream)).not.toContain('/etc/passwd');
    expect(stderr.mock.calls.join('')).toContain('/etc/passwd');
  });

  it('stops the engine when the reader goes away', async () => {
    const abort = new AbortController();
    const response = await chat({ messages: [user('slow')] }, abort.signal);
    const reader = response.body?.getReader();
    await reader?.read();
    abort.abort();
    await vi.waitFor(() => {
      expect(engine.aborted()).toBe(1);
    });
  });
});

describe('GET /api/health', () => {
  it('tells what is served', async () => {
    const response = await healthRoute();
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ ready: true, mode: 'quotes' });
  });

  it('keeps a defect’s details inside', async () => {
    const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    vi.spyOn(engine, 'health').mockRejectedValue(new Error('secret'));
    const error = await errorOf(await healthRoute());
    expect(error).toMatchObject({ status: 500, code: 'internal' });
    expect(error.message).not.toContain('secret');
    expect(stderr.mock.calls.join('')).toContain('secret');
  });
});

describe('GET /api/episodes/[number]/paragraphs/[paragraph]', () => {
  const get = (number: string, paragraph: string) =>
    paragraphRoute(new Request('http://localhost/'), { params: Promise.resolve({ number, paragraph }) });

  it('gives a paragraph among its neighbours, across sections', async () => {
    const excerpt = excerptSchema.parse(await (await get('69', 'founder-summit-1')).json());
    expect(excerpt.body.map(({ slug }) => slug).slice(0, 2)).toEqual(['introduction', 'founder-summit']);
    const anchors = excerpt.body.flatMap(({ paragraphs }) => paragraphs).map(({ anchor }) => anchor);
    expect(anchors).toContain('69#founder-summit-1');
    expect(anchors.indexOf('69#founder-summit-1')).toBe(5);
    expect(anchors).toHaveLength(5 + 1 + 12);
  });

  it.each(['1', '069', '6.9', '-1', 'x', '99999999999'])('answers 404 to episode %s', async (number) => {
    expect(await errorOf(await get(number, 'founder-summit-1'))).toMatchObject({
      status: 404,
      code: 'not-found',
    });
  });

  it('answers 404 to a paragraph that the episode lacks', async () => {
    const error = await errorOf(await get('69', 'founder-summit-99'));
    expect(error).toMatchObject({ status: 404, code: 'not-found' });
    expect(error.message).toContain('founder-summit-99');
  });
});
