import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { POST as ask } from '../../app/api/ask/route.ts';
import { POST as compare } from '../../app/api/compare/route.ts';
import { GET as episode } from '../../app/api/episodes/[number]/route.ts';
import { GET as episodes } from '../../app/api/episodes/route.ts';
import { GET as health } from '../../app/api/health/route.ts';
import { POST as search } from '../../app/api/search/route.ts';
import { GET as topics } from '../../app/api/topics/route.ts';
import { POST as chat } from '../../app/v1/chat/completions/route.ts';
import { operations } from '../../lib/api/operations.ts';
import { answerEventSchema } from '../../lib/protocol.ts';
import { installFakeEngine } from '../fixtures/install-fake-engine.ts';

const run = promisify(execFile);
const page = readFileSync('docs/http-api.md', 'utf8');
const documented = 'http://localhost:3000';

type Handler = (request: Request) => Response | Promise<Response>;
const doors: Readonly<Record<string, Handler>> = {
  '/api/ask': ask,
  '/api/search': search,
  '/api/compare': compare,
  '/api/episodes': episodes,
  '/api/episodes/{number}': (request) =>
    episode(request, { params: Promise.resolve({ number: request.url.split('/').at(-1) ?? '' }) }),
  '/api/topics': topics,
  '/api/health': health,
  '/v1/chat/completions': chat,
};

/** The path as operations name it. */
function operationPath(url: string): string {
  return new URL(url, documented).pathname.replace(/\/\d+$/, '/{number}');
}

function blocks(language: string): string[] {
  return [...page.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'))].map(
    ([, code = '']) => code,
  );
}

let address = '';
const server = createServer((incoming, outgoing) => {
  const answer = async (): Promise<void> => {
    const { url = '', method, headers } = incoming;
    const body = method === 'POST' ? Buffer.concat(await incoming.toArray()) : undefined;
    const request = new Request(new URL(url, documented), {
      method,
      headers: new Headers(
        Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]),
      ),
      body,
    });
    const response = await (doors[operationPath(url)]?.(request) ?? new Response(null, { status: 404 }));
    outgoing.writeHead(response.status, Object.fromEntries(response.headers));
    outgoing.end(Buffer.from(await response.arrayBuffer()));
  };
  answer().catch((error: unknown) => outgoing.destroy(error instanceof Error ? error : undefined));
});

beforeAll(async () => {
  installFakeEngine();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

describe('the page about the HTTP API', () => {
  const calls = blocks('sh').flatMap((block) => block.trim().split(/\n(?=curl )/));

  it('names every operation', () => {
    for (const { path: route } of operations) {
      expect(page).toContain(route.replace('{number}', ':number'));
      expect(Object.keys(doors)).toContain(route);
    }
    const shown = new Set(calls.map((call) => operationPath(/http:\S+/.exec(call)?.[0] ?? '')));
    expect([...shown].sort()).toEqual(operations.map((operation) => operation.path).sort());
  });

  it.each(calls)('%s', async (call) => {
    const { stdout } = await run('bash', ['-c', call.replace(documented, address)]);
    if (call.includes('text/event-stream')) {
      const events = [...stdout.matchAll(/^data: (.*)$/gm)].map(([, data = '']) =>
        answerEventSchema.parse(JSON.parse(data)),
      );
      expect(events.at(-1)).toMatchObject({ type: 'answer', final: true });
      return;
    }
    const route = operationPath(/http:\S+/.exec(call)?.[0] ?? '');
    const operation = operations.find((each) => each.path === route);
    expect(operation?.response.safeParse(JSON.parse(stdout)).error).toBeUndefined();
    expect(operation).toBeDefined();
  });

  it.each(blocks('ts'))('runs its TypeScript %#', async (code) => {
    // Below the project, so that packages are found.
    const dist = path.join(process.cwd(), 'dist');
    await mkdir(dist, { recursive: true });
    const folder = await mkdtemp(path.join(dist, 'example-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const outfile = path.join(folder, 'example.mjs');
    await build({
      stdin: { contents: code.replaceAll(documented, address), loader: 'ts', resolveDir: process.cwd() },
      bundle: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
      outfile,
    });
    const { stdout } = await run(process.execPath, [outfile]);
    expect(stdout).toMatch(/“[^”]{20,}/);
  });
});
