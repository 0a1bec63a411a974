import { errorBodySchema } from '../../lib/protocol.ts';

/** What to tell the reader about a failed question: the server's own words where it sent some. */
export function failureMessage(error: Error): string {
  try {
    const body = errorBodySchema.safeParse(JSON.parse(error.message));
    if (body.success) return body.data.error.message;
  } catch {
    // Not JSON: a message of the stream's or of the network's, told apart below.
  }
  const network = error instanceof TypeError;
  return network
    ? 'The server could not be reached, or the connection broke. Is it still running?'
    : error.message;
}
