import { describe, expect, it } from 'vitest';
import { respond } from '../../app/server/respond.ts';

/** As Next.js names what it stops work with when the client has closed the connection. */
class ResponseAborted extends Error {
  override name = 'ResponseAborted';
}

describe('respond', () => {
  it('takes a client that has left for no defect', async () => {
    const response = await respond(() => Promise.reject(new ResponseAborted()));
    expect(response.status).toBe(499);
    expect(await response.json()).toEqual({
      error: { code: 'bad-request', message: 'The client left before the answer.' },
    });
  });
});
