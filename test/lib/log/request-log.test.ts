import { once } from 'node:events';
import { createServer } from 'node:http';
import type { RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { MockInstance } from 'vitest';
import { loggedEngine } from '../../../lib/log/engine-log.ts';
import { log } from '../../../lib/log/process-log.ts';
import { loggingRequests } from '../../../lib/log/request-log.ts';
import { fakeEngine } from '../../fixtures/fake-engine.ts';

let written: MockInstance<typeof process.stderr.write>;
beforeEach(() => {
  written = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
});
afterEach(() => {
  written.mockRestore();
});

function lines(): Record<string, unknown>[] {
  return written.mock.calls.map(([line]) => JSON.parse(String(line)) as Record<string, unknown>);
}

async function serve(listener: RequestListener, trustProxy = false): Promise<string> {
  const server = createServer(loggingRequests(listener, { trustProxy }));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('requests', () => {
  it('are logged with the id that the response tells, without their query', async () => {
    const url = await serve((_, response) => response.writeHead(404).end('none'));
    const response = await fetch(`${url}/episodes/99?question=private`, { method: 'POST', body: 'private' });
    await response.text();
    await vi.waitFor(() => {
      expect(lines()).toHaveLength(1);
    });
    const requestId = response.headers.get('x-request-id');
    expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(lines()[0]).toMatchObject({
      level: 'info',
      message: 'request',
      requestId,
      method: 'POST',
      path: '/episodes/99',
      status: 404,
      ms: expect.any(Number) as number,
    });
    expect(lines()[0]).not.toHaveProperty('disconnected');
    expect(JSON.stringify(lines())).not.toContain('private');
  });

  it('tell where the client left before the answer', async () => {
    const leave = new AbortController();
    let requestId: unknown;
    const url = await serve((request) => {
      requestId = request.headers['x-request-id'];
      leave.abort();
    });
    const response = fetch(url, { signal: leave.signal });
    await expect(response).rejects.toThrow('aborted');
    await vi.waitFor(() => {
      expect(lines()).toHaveLength(1);
    });
    expect(lines()[0]).toMatchObject({ requestId, status: null, disconnected: true });
  });

  it('keep an id that they bring only where a proxy is trusted, and only one that is sound', async () => {
    const idGiven = async (trustProxy: boolean, id: string): Promise<string | null> => {
      const url = await serve((_, response) => response.end(), trustProxy);
      return (await fetch(url, { headers: { 'x-request-id': id } })).headers.get('x-request-id');
    };
    expect(await idGiven(true, 'from-the-proxy')).toBe('from-the-proxy');
    expect(await idGiven(false, 'from-anybody')).not.toBe('from-anybody');
    expect(await idGiven(true, 'two words {"level":"error"}')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('have all that is logged on their behalf carry their id', async () => {
    const url = await serve((_, response) => {
      setImmediate(() => {
        log().warn('something was missing');
        response.end();
      });
    });
    const response = await fetch(url);
    expect(lines().find(({ level }) => level === 'warn')).toMatchObject({
      message: 'something was missing',
      requestId: response.headers.get('x-request-id'),
    });
  });
});

describe('questions', () => {
  const ask = async (questions: boolean): Promise<void> => {
    const engine = loggedEngine(fakeEngine(), { level: 'info', questions });
    await engine.answer({ question: 'Who asks?' });
    for await (const event of engine.ask({ question: 'Who asks in pieces?' })) expect(event).toBeDefined();
    await engine.search('Who searches?');
    await engine.compare({ topic: 'Who compares?', guests: [] });
  };

  it('are logged where the settings say so, and only there', async () => {
    await ask(false);
    expect(lines()).toEqual([]);
    await ask(true);
    expect(lines().map(({ question }) => question)).toEqual([
      'Who asks?',
      'Who asks in pieces?',
      'Who searches?',
      'Who compares?',
    ]);
  });

  it('that fail are told of, and fail', async () => {
    const failing = fakeEngine();
    vi.spyOn(failing, 'answer').mockRejectedValue(new Error('no answer'));
    const onError = vi.fn<(error: unknown) => void>();
    const engine = loggedEngine(failing, { level: 'info', questions: false }, onError);
    await expect(engine.answer({ question: 'Why?' })).rejects.toThrow('no answer');
    const read = async (): Promise<void> => {
      for await (const event of engine.ask({ question: 'crash' })) expect(event).toBeDefined();
    };
    await expect(read()).rejects.toThrow('secret detail');
    expect(onError.mock.calls.map(([error]) => String(error))).toEqual([
      'Error: no answer',
      'Error: secret detail at /etc/passwd',
    ]);
  });
});
