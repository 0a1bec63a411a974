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
  | 'port-taken'
  | 'database-unreachable';

const marker = Symbol.for('underdog-answers.UserError');

/**
 * Something that the user can mend. `message` says what happened, to which file or value, and what to do next;
 * it is safe to show. Any other error is a defect of ours.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly [marker] = true;

  constructor(
    readonly code: ErrorCode,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }

  /** The marker tells, since bundlers may give one process several copies of this class. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === 'object' && value !== null && marker in value;
  }
}
