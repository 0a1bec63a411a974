import { errorResponse } from '../../lib/error-response.ts';
import type { ErrorResponse } from '../../lib/error-response.ts';
import { RequestError } from './request-error.ts';

/** What may be shown of an error; a defect goes to standard error with its stack first. */
export function reported(error: unknown): ErrorResponse {
  if (error instanceof RequestError) {
    const { status, code, message } = error;
    return { status, body: { error: { code, message } }, defect: false };
  }
  const response = errorResponse(error);
  if (response.defect) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(`${text}\n`);
  }
  return response;
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
