import { describe, expect, it } from 'vitest';
import { UserError } from '../../ingest/user-error.ts';
import { errorResponse } from '../../lib/error-response.ts';
import { askRequestSchema } from '../../lib/protocol.ts';

describe('errorResponse', () => {
  it.each([
    ['bad-request', 400],
    ['not-found', 404],
    ['index-missing', 503],
    ['index-damaged', 500],
  ] as const)('keeps the message of a UserError %s and answers %i', (code, status) => {
    const response = errorResponse(new UserError(code, 'Do this next.'));
    expect(response).toEqual({
      status,
      body: { error: { code, message: 'Do this next.' } },
      defect: false,
    });
  });

  it('names the field that failed to parse, but not the question, whose message stands alone', () => {
    const parse = (body: unknown) => errorResponse(askRequestSchema.safeParse(body).error).body.error.message;
    expect(parse({ question: ' ' })).toMatch(/^The question is empty/);
    expect(parse({ question: 'x', filters: { episodes: [-1] } })).toMatch(/^filters\.episodes\.0: /);
  });

  it('keeps the details of any other error inside', () => {
    const response = errorResponse(new Error('at /etc/passwd'));
    expect(response).toMatchObject({ status: 500, defect: true });
    expect(JSON.stringify(response.body)).not.toContain('passwd');
  });
});
