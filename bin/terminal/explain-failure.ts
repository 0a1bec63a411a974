import { ZodError } from 'zod';
import { UserError } from '../../ingest/user-error.ts';
import { exitCode, exitCodeOf } from '../command-line/exit-code.ts';
import { asTyped } from './as-typed.ts';
import type { Screen } from './terminal.ts';
import { indented } from './wrap.ts';

/** Writes what went wrong and what to do about it; returns the exit code. */
export async function explainFailure(error: unknown, screen: Screen): Promise<number> {
  const mendable = asUserError(error);
  const label = screen.colours.red('error:');
  if (mendable) {
    await screen.write(`${indented(`${label} ${asTyped(mendable.message)}`, screen.columns)}\n`);
    return exitCodeOf(mendable.code);
  }
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  await screen.write(
    `${label} This is a defect of the program. Nothing of yours is lost. What happened:\n${details}\n`,
  );
  return exitCode.failure;
}

/** The error as something that the user can mend, or null where it is a defect. */
export function asUserError(error: unknown): UserError | null {
  if (error instanceof UserError) return error;
  if (error instanceof ZodError) {
    const [issue] = error.issues;
    const field = issue?.path.join('.') ?? '';
    const message = issue?.message ?? 'The request is not as it should be.';
    return new UserError(
      'bad-request',
      field === '' || field === 'question' ? message : `${field}: ${message}`,
      { cause: error },
    );
  }
  return ofTheSystem(error);
}

const noSpace = 'there is no space left on the disk. Free some, and try again';

const systemTroubles: Readonly<Record<string, string>> = {
  ENOSPC: noSpace,
  SQLITE_FULL: noSpace,
  EACCES: 'permission is denied. Change the permissions, or set DATA_DIR to a folder that you may write to',
  EPERM: 'permission is denied. Change the permissions, or set DATA_DIR to a folder that you may write to',
  EROFS: 'the disk is read-only. Set DATA_DIR to a folder that can be written to',
  EMFILE: 'too many files are open. Raise the limit (`ulimit -n 4096`), and try again',
};

function ofTheSystem(error: unknown): UserError | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  const trouble = systemTroubles[String(error.code)];
  if (trouble === undefined) return null;
  const place = 'path' in error ? `Cannot use ${String(error.path)}` : 'Cannot go on';
  return new UserError('bad-configuration', `${place}: ${trouble}.`, { cause: error });
}
