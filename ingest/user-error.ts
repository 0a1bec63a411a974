/** For programs to branch on; each has one meaning in every room. */
export type ErrorCode =
  | 'bad-request'
  | 'not-found'
  | 'bad-transcript'
  | 'bad-configuration'
  | 'index-missing'
  | 'index-damaged'
  | 'index-busy'
  | 'model-missing'
  | 'model-mismatch'
  | 'port-taken';

/**
 * Something that the user can mend. `message` says what happened, to which file or value, and what to do next;
 * it is safe to show. Any other error is a defect of ours.
 */
export class UserError extends Error {
  override readonly name = 'UserError';

  constructor(
    readonly code: ErrorCode,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}
