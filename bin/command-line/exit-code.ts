import type { ErrorCode } from '../../ingest/user-error.ts';

/** What the program tells the shell; docs/cli.md lists them. */
export const exitCode = {
  answer: 0,
  /** A defect, or something of the setup that the message tells how to mend. */
  failure: 1,
  /** The command was used wrongly. */
  misuse: 2,
  noAnswer: 3,
  /** Stopped by the user, as shells count it: 128 and the number of SIGINT. */
  stopped: 130,
} as const;

/** The exit code for something that the user can mend. */
export function exitCodeOf(code: ErrorCode): number {
  return code === 'bad-request' || code === 'not-found' ? exitCode.misuse : exitCode.failure;
}
