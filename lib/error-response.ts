import { ZodError } from 'zod';
import { UserError } from '../ingest/user-error.ts';
import type { ErrorCode } from '../ingest/user-error.ts';
import type { ErrorBody } from './protocol.ts';

const statuses: Partial<Record<ErrorCode, number>> = {
  'bad-request': 400,
  'not-found': 404,
  'index-missing': 503,
  'index-busy': 503,
  'database-unreachable': 503,
};

/** What an error looks like from outside: an HTTP status, and a body that is safe to show. */
export interface ErrorResponse {
  status: number;
  body: ErrorBody;
  /** Whether the error is a defect of ours, to be logged, rather than something the user can mend. */
  defect: boolean;
}

/**
 * Maps any error to what may leave the process. A `UserError` keeps its message, a failed parse names the field and
 * what was wrong with it (400), and anything else is a defect whose details stay inside (500).
 */
export function errorResponse(error: unknown): ErrorResponse {
  if (error instanceof UserError) {
    const { code, message } = error;
    return { status: statuses[code] ?? 500, body: { error: { code, message } }, defect: false };
  }
  if (error instanceof ZodError) {
    const issue = error.issues[0];
    const field = issue?.path.join('.') ?? '';
    const message = field === '' || field === 'question' ? issue?.message : `${field}: ${issue?.message}`;
    return { status: 400, body: { error: { code: 'bad-request', message: message ?? '' } }, defect: false };
  }
  return {
    status: 500,
    body: {
      error: {
        code: 'internal',
        message: 'Something went wrong on our side. Nothing of yours is lost: try again.',
      },
    },
    defect: true,
  };
}
