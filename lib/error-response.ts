import { ZodError } from 'zod';
import { UserError } from '../ingest/user-error.ts';
import type { ErrorCode } from '../ingest/user-error.ts';
import type { ErrorBody } from './protocol.ts';

const statuses: Partial<Record<ErrorCode, number>> = {
  'bad-request': 400,
  'not-found': 404,
  'index-missing': 503,
  'index-damaged': 503,
  'index-busy': 503,
  'database-unreachable': 503,
};

/** What is told of a fault of the setup: the error itself names files of this machine. */
const setupMessages: Partial<Record<ErrorCode, string>> = {
  'index-missing': 'There is no index yet. Run `npm run ingest` to build it.',
  'index-damaged':
    'The index is damaged. A server builds it anew by itself: try again in a moment, or run `npm run ingest`.',
  'index-busy': 'The index is being built. Try again in a moment.',
};
const anySetupMessage =
  'The setup of this server has a fault: its log says which, and so does `npm run doctor`.';

/** What an error looks like from outside: an HTTP status, and a body that is safe to show. */
export interface ErrorResponse {
  status: number;
  body: ErrorBody;
  /** Whose it is: the caller's, who is told all; the setup's; or a defect of ours. The latter two are to be logged. */
  fault: 'request' | 'setup' | 'defect';
}

/**
 * Maps any error to what may leave the process. A `UserError` about the request keeps its message, one about the setup
 * gives none of the machine's paths away; a failed parse names the field and what was wrong with it (400), and anything
 * else is a defect whose details stay inside (500).
 */
export function errorResponse(error: unknown): ErrorResponse {
  if (error instanceof UserError) {
    const { code } = error;
    const isAboutRequest = code === 'bad-request' || code === 'not-found';
    const message = isAboutRequest ? error.message : (setupMessages[code] ?? anySetupMessage);
    const fault = isAboutRequest ? 'request' : 'setup';
    return { status: statuses[code] ?? 500, body: { error: { code, message } }, fault };
  }
  if (error instanceof ZodError) {
    const issue = error.issues[0];
    const field = issue?.path.join('.') ?? '';
    const message = field === '' || field === 'question' ? issue?.message : `${field}: ${issue?.message}`;
    return {
      status: 400,
      body: { error: { code: 'bad-request', message: message ?? '' } },
      fault: 'request',
    };
  }
  return {
    status: 500,
    body: {
      error: {
        code: 'internal',
        message: 'Something went wrong on our side. Nothing of yours is lost: try again.',
      },
    },
    fault: 'defect',
  };
}
