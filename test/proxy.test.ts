import { NextRequest } from 'next/server';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { POST as ask } from '../app/api/ask/route.ts';
import { GET as topics } from '../app/api/topics/route.ts';
import { POST as complete } from '../app/v1/chat/completions/route.ts';
import { loadConfig } from '../lib/config.ts';
import { accessCookie, accessCookieValue } from '../lib/security/access-token.ts';
import { installFakeEngine } from './fixtures/install-fake-engine.ts';

const friend = 'https://notes.example';
const routes: Record<string, (request: Request) => Promise<Response>> = {
  'POST /api/ask': ask,
  'GET /api/topics': topics,
  'POST /v1/chat/completions': complete,
};
const bodies: Record<string, unknown> = {
  'POST /api/ask': { question: 'How did the pricing start?' },
  'POST /v1/chat/completions': { model: 'any', messages: [{ role: 'user', content: 'How did it start?' }] },
};

beforeEach(() => {
  installFakeEngine();
  return () => vi.unstubAllEnvs();
});

/** The gate with these settings, and the routes behind it: what a client gets. */
async function site(settings: Record<string, string> = {}) {
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  vi.resetModules();
  const { proxy } = await import('../proxy.ts');
  return async (place: string, headers: Record<string, string> = {}): Promise<Response> => {
    const [method = 'GET', path = '/'] = place.split(' ');
    const body = method === 'POST' ? JSON.stringify(bodies[place] ?? {}) : undefined;
    const request = new NextRequest(`http://localhost:3000${path}`, {
      method,
      body,
      headers: { host: 'localhost:3000', 'content-type': 'application/json', ...headers },
    });
    const gate = proxy(request);
    if (gate.headers.get('x-middleware-next') !== '1') return gate;
    const response = (await routes[place]?.(request)) ?? new Response('a page');
    const all = new Headers(response.headers);
    gate.headers.forEach((value, name) => {
      all.set(name, value);
    });
    return new Response(response.body, { status: response.status, headers: all });
  };
}

const from = (origin: string) => ({ origin, 'sec-fetch-site': 'cross-site' });
const preflight = {
  'access-control-request-method': 'POST',
  'access-control-request-headers': 'content-type',
};
const corsHeaders = (response: Response): string[] =>
  [...response.headers.keys()].filter((name) => name.startsWith('access-control-'));

describe('pages of other sites', () => {
  it('may neither ask nor read where no origin is allowed', async () => {
    const visit = await site();
    for (const place of ['POST /api/ask', 'POST /v1/chat/completions', 'POST /mcp']) {
      const response = await visit(place, from(friend));
      expect(response.status).toBe(403);
      expect(corsHeaders(response)).toEqual([]);
    }
    for (const place of ['GET /api/topics', 'GET /']) {
      const response = await visit(place, from(friend));
      expect(corsHeaders(response)).toEqual([]);
      expect(response.headers.get('cross-origin-resource-policy')).toBe('same-origin');
    }
    expect(corsHeaders(await visit('OPTIONS /api/ask', { ...from(friend), ...preflight }))).toEqual([]);
  });

  it('may ask and read where theirs is, without cookies', async () => {
    const visit = await site({ CORS_ORIGINS: `https://other.example, ${friend}` });
    const asked = await visit('OPTIONS /api/ask', { ...from(friend), ...preflight });
    expect(asked.status).toBe(204);
    expect(asked.headers.get('access-control-allow-methods')).toBe('GET, POST');
    expect(asked.headers.get('access-control-allow-headers')).toMatch(/\bcontent-type, authorization\b/);
    for (const place of Object.keys(routes)) {
      const response = await visit(place, from(friend));
      expect(response.status).toBe(200);
      expect(response.headers.get('access-control-allow-origin')).toBe(friend);
      expect(response.headers.get('access-control-allow-credentials')).toBeNull();
      expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
      expect(response.headers.get('vary')).toBe('origin');
    }
    const wrong = await visit('GET /api/topics', { ...from('https://evil.example') });
    expect(corsHeaders(wrong)).toEqual([]);
    expect(wrong.headers.get('vary')).toBe('origin');
    expect((await visit('POST /api/ask', from('https://evil.example'))).status).toBe(403);
    expect((await visit('POST /api/ask', from(`${friend}.evil.example`))).status).toBe(403);
    expect((await visit('POST /api/ask', from('null'))).status).toBe(403);
  });

  it('may not sign in, nor read the site’s own pages', async () => {
    const visit = await site({ CORS_ORIGINS: friend });
    expect((await visit('POST /api/login', from(friend))).status).toBe(403);
    for (const place of ['GET /', 'GET /episodes/69', 'GET /login', 'OPTIONS /api/login']) {
      expect(corsHeaders(await visit(place, { ...from(friend), ...preflight }))).toEqual([]);
    }
  });

  it('bring the access token, but not to the question whether they may', async () => {
    const visit = await site({ CORS_ORIGINS: friend, ACCESS_TOKEN: 'long-enough-token' });
    expect((await visit('OPTIONS /api/ask', { ...from(friend), ...preflight })).status).toBe(204);
    const refused = await visit('POST /api/ask', from(friend));
    expect(refused.status).toBe(401);
    expect(refused.headers.get('access-control-allow-origin')).toBe(friend);
    const admitted = await visit('POST /api/ask', {
      ...from(friend),
      authorization: 'Bearer long-enough-token',
    });
    expect(admitted.status).toBe(200);
    const cookie = `${accessCookie}=${accessCookieValue('long-enough-token')}`;
    expect((await visit('POST /api/ask', { cookie })).status).toBe(200);
    expect((await visit('POST /api/ask', { ...from(friend), cookie })).status).toBe(401);
    const near = { origin: friend, 'sec-fetch-site': 'same-site', cookie };
    expect((await visit('POST /api/ask', near)).status).toBe(401);
    const stranger = { ...from('https://evil.example'), ...preflight };
    expect((await visit('OPTIONS /api/ask', stranger)).status).toBe(401);
    expect((await visit('OPTIONS /api/ask', from(friend))).status).toBe(401);
  });

  it.each(['*', 'null', 'notes.example', `${friend}/`, 'https://*.example'])(
    'cannot be allowed by %s',
    (origins) => {
      vi.stubEnv('CORS_ORIGINS', origins);
      expect(() => loadConfig()).toThrow('CORS_ORIGINS');
    },
  );
});
