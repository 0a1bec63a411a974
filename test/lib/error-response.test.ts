import { describe, expect, it } from 'vitest';
import { UserError } from '../../ingest/user-error.ts';
import { errorResponse } from '../../lib/error-response.ts';
import { askRequestSchema } from '../../lib/protocol.ts';

describe('errorResponse', () => {
  it.each([
    ['bad-request', 400],
    ['not-found', 404],
  ] as const)('keeps the message of a UserError %s and answers %i', (code, status) => {
    const response = errorResponse(new UserError(code, 'Do this next.'));
    expect(response).toEqual({
      status,
      body: { error: { code, message: 'Do this next.' } },
      fault: 'request',
    });
  });

  it.each([
    ['index-missing', 503, 'npm run ingest'],
    ['index-damaged', 503, 'npm run ingest'],
    ['index-busy', 503, 'Try again'],
    ['model-missing', 500, 'npm run doctor'],
    ['bad-configuration', 500, 'npm run doctor'],
  ] as const)('tells what to do about a UserError %s, but no path of the machine', (code, status, next) => {
    const response = errorResponse(new UserError(code, '/home/me/data/index is wrong.'));
    expect(response).toMatchObject({ status, body: { error: { code } }, fault: 'setup' });
    expect(response.body.error.message).toContain(next);
    expect(response.body.error.message).not.toContain('/home');
  });

  it('names the field that failed to parse, but not the question, whose message stands alone', () => {
    const parse = (body: unknown) => errorResponse(askRequestSchema.safeParse(body).error).body.error.message;
    expect(parse({ question: ' ' })).toMatch(/^The question is empty/);
    expect(parse({ question: 'x', filters: { episodes: [-1] } })).toMatch(/^filters\.episodes\.0: /);
  });

  it('keeps the details of any other error inside', () => {
    const response = errorResponse(new Error('at /etc/passwd'));
    expect(response).toMatchObject({ status: 500, fault: 'defect' });
    expect(JSON.stringify(response.body)).not.toContain('passwd');
  });
});
