import { errorResponse } from '../../lib/error-response.ts';
import type { ErrorResponse } from '../../lib/error-response.ts';
import { log } from '../../lib/log/process-log.ts';
import { RequestError } from './request-error.ts';

/** What may be shown of an error; what is not the caller's to mend is logged first, with its details. */
export function reported(error: unknown): ErrorResponse {
  if (error instanceof RequestError) {
    const { status, code, message } = error;
    return { status, body: { error: { code, message } }, fault: 'request' };
  }
  if (hasLeft(error)) {
    const message = 'The client left before the answer.';
    return { status: 499, body: { error: { code: 'bad-request', message } }, fault: 'request' };
  }
  const response = errorResponse(error);
  if (response.fault === 'defect') log().error({ error }, 'defect');
  if (response.fault === 'setup') log().warn({ error }, 'fault of the setup');
  return response;
}

/** Next.js gives this reason to what is under way for a client that has closed its connection. */
function hasLeft(error: unknown): boolean {
  return error instanceof Error && error.name === 'ResponseAborted';
}

/** Runs a route's work; an error becomes JSON `{error: {code, message}}` with its status. */
export async function respond(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    const { status, body } = reported(error);
    return Response.json(body, { status });
  }
}
