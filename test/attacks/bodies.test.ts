import { beforeEach, describe, expect, it } from 'vitest';
import { POST as ask } from '../../app/api/ask/route.ts';
import { POST as compare } from '../../app/api/compare/route.ts';
import { POST as chat } from '../../app/api/chat/route.ts';
import { POST as search } from '../../app/api/search/route.ts';
import { POST as complete } from '../../app/v1/chat/completions/route.ts';
import { answerSchema, errorBodySchema } from '../../lib/protocol.ts';
import { installFakeEngine } from '../fixtures/install-fake-engine.ts';
import { bodyAttacks } from './asked-attacks.ts';

beforeEach(() => {
  installFakeEngine();
});

const request = (body: string): Request => new Request('http://localhost/', { method: 'POST', body });

describe.each(bodyAttacks.map((body) => ({ body, shown: body.slice(0, 60) })))(
  'the body $shown',
  ({ body }) => {
    it('is answered or refused in words', async () => {
      const response = await ask(request(body));
      const content: unknown = await response.json();
      if (response.status === 200) expect(() => answerSchema.parse(content)).not.toThrow();
      else {
        expect(response.status).toBe(400);
        const { message } = errorBodySchema.parse(content).error;
        expect(message).not.toMatch(/\bat .+:\d+|node_modules|\/lib\//);
      }
      expect(response.headers.get('set-cookie')).toBeNull();
      expect(({} as { attacked?: unknown }).attacked).toBeUndefined();
      expect(Object.keys(Object.prototype)).toEqual([]);
    });

    it('is refused where it asks nothing that is known there', async () => {
      for (const route of [compare, chat, search, complete]) {
        const response = await route(request(body));
        if (response.status === 200) expect(route).toBe(search);
        else expect(errorBodySchema.parse(await response.json()).error.code).toBe('bad-request');
      }
      expect(({} as { attacked?: unknown }).attacked).toBeUndefined();
    });
  },
);
