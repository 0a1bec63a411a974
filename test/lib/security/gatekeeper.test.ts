import { describe, expect, it } from 'vitest';
import { Secret } from '../../../lib/secret.ts';
import { accessCookieValue } from '../../../lib/security/access-token.ts';
import { Gatekeeper } from '../../../lib/security/gatekeeper.ts';
import type { GateSettings, Knock } from '../../../lib/security/gatekeeper.ts';

const open: GateSettings = {
  accessToken: null,
  questionsPerMinute: 0,
  allowedOrigins: [],
  trustProxy: false,
};
const question: Knock = {
  method: 'POST',
  path: '/api/ask',
  origin: null,
  isPreflight: false,
  fetchSite: null,
  host: 'localhost:3000',
  forwardedFor: '127.0.0.1',
  authorization: null,
  accessCookie: undefined,
};

describe('the gatekeeper', () => {
  it('lets everybody ask where nothing is configured', () => {
    const gate = new Gatekeeper(open);
    for (let i = 0; i < 1000; i++) expect(gate.refusal(question, 0)).toBeNull();
  });

  it('turns away what another site makes a browser send, but lets it read nothing-changing pages', () => {
    const gate = new Gatekeeper(open);
    const foreign = { ...question, origin: 'https://evil.example', fetchSite: 'cross-site' };
    expect(gate.refusal(foreign, 0)).toMatchObject({ status: 403, code: 'cross-site' });
    expect(gate.refusal({ ...foreign, method: 'GET', path: '/' }, 0)).toBeNull();
    const friendly = new Gatekeeper({ ...open, allowedOrigins: ['https://evil.example'] });
    expect(friendly.refusal(foreign, 0)).toBeNull();
  });

  it('asks for the token everywhere but where it is shown', () => {
    const gate = new Gatekeeper({ ...open, accessToken: new Secret('s3cret') });
    for (const path of [
      '/',
      '/api/episodes',
      '/episodes/69',
      '/api/health',
      '/mcp',
      '/v1/chat/completions',
    ]) {
      expect(gate.refusal({ ...question, method: 'GET', path }, 0)).toMatchObject({ status: 401 });
    }
    expect(gate.refusal({ ...question, authorization: 'Bearer s3cret' }, 0)).toBeNull();
    expect(gate.refusal({ ...question, accessCookie: accessCookieValue('s3cret') }, 0)).toBeNull();
    expect(gate.refusal({ ...question, method: 'GET', path: '/login' }, 0)).toBeNull();
    expect(gate.refusal({ ...question, method: 'GET', path: '/api/health/live' }, 0)).toBeNull();
  });

  it('limits each client, and guesses at the token as well', () => {
    const gate = new Gatekeeper({ ...open, accessToken: new Secret('s3cret'), questionsPerMinute: 2 });
    const guess = { ...question, path: '/api/login' };
    expect(gate.refusal(guess, 0)).toBeNull();
    expect(gate.refusal(guess, 0)).toBeNull();
    expect(gate.refusal(guess, 0)).toMatchObject({ status: 429, retryAfter: 30 });
    expect(gate.refusal({ ...guess, forwardedFor: '127.0.0.2' }, 0)).toBeNull();
    expect(gate.refusal({ ...guess, method: 'GET' }, 0)).toBeNull();
    expect(gate.refusal(guess, 30_000)).toBeNull();
  });

  it('does not let an invented address escape the limit', () => {
    const gate = new Gatekeeper({ ...open, questionsPerMinute: 1 });
    expect(gate.refusal({ ...question, forwardedFor: '1.1.1.1, 10.0.0.9' }, 0)).toBeNull();
    expect(gate.refusal({ ...question, forwardedFor: '2.2.2.2, 10.0.0.9' }, 0)).toMatchObject({
      status: 429,
    });
  });
});
