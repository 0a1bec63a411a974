import { DatabaseError } from 'pg';
import { UserError } from '../../ingest/user-error.ts';

/** What Node.js says where a server cannot be reached, or went away. */
const networkCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

/** What the driver says, without a code, where a connection ended or could not be had in time. */
const lostConnection =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered)/;

/**
 * Whether the server is away for the moment: connection exceptions (class 08), being shut down or started (57P01 to
 * 57P03), out of connections (53300), or the database closed to them for a time (55000).
 */
export function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = codeOf(error);
  if (error instanceof DatabaseError) return /^(08|57P0[123]|53300|55000)/.test(code);
  return networkCodes.has(code) || lostConnection.test(error.message);
}

/** What a failure means to whoever runs the program; an error that is ours is returned as it is. */
export function databaseFailure(error: unknown, server: string): unknown {
  if (!(error instanceof Error) || error instanceof UserError) return error;
  if (isAway(error)) {
    return new UserError(
      'database-unreachable',
      `The database at ${server} cannot be reached (${reasonOf(error)}). See that it runs and that DATABASE_URL is right, then ask again.`,
      { cause: error },
    );
  }
  const code = codeOf(error);
  if (code === '57014') {
    return new UserError(
      'database-unreachable',
      `The database at ${server} took too long to answer. Ask again, or raise DATABASE_TIMEOUT.`,
      { cause: error },
    );
  }
  // 28: not let in; 3D: no such database; 42501: not allowed; 0A and 58: the extension is not installed there.
  if (/^(28|3D|42501|0A000|58P01)/.test(code)) {
    return new UserError(
      'bad-configuration',
      `The database at ${server} does not let us work: ${error.message}. It needs the extension pgvector and a user ` +
        'that may create schemas; check DATABASE_URL.',
      { cause: error },
    );
  }
  return error;
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}

function reasonOf(error: Error): string {
  return error.message || codeOf(error);
}
