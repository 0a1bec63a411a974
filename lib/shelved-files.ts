import { UserError } from '../ingest/user-error.ts';

/** A transcript's file, and the numbers of the episodes in it. */
export interface NumberedFile {
  file: string;
  numbers: readonly number[];
}

/**
 * From which file each episode on a shelf is read: an added one's stands in for any before it, but of the shelf's own
 * files no two may bring the same. Throws `UserError` ('bad-transcript') where they do.
 */
export function shelvedFiles({
  own,
  added,
  removed,
}: {
  own: readonly NumberedFile[];
  added: readonly NumberedFile[];
  removed: readonly number[];
}): Map<number, string> {
  const shelved = new Map<number, string>();
  for (const { file, numbers } of own) {
    for (const number of numbers) {
      const other = shelved.get(number);
      if (other !== undefined) {
        throw new UserError(
          'bad-transcript',
          `Episode ${number} stands in both ${other} and ${file}. Remove one of them, or change its number.`,
        );
      }
      shelved.set(number, file);
    }
  }
  for (const { file, numbers } of added) for (const number of numbers) shelved.set(number, file);
  for (const number of removed) shelved.delete(number);
  return shelved;
}
