import type { UserError } from '../../../ingest/user-error.ts';
import type { Screen } from '../../terminal/terminal.ts';
import { asTyped } from '../../terminal/as-typed.ts';
import { indented } from '../../terminal/wrap.ts';

/** The files of folders that could not be read, and why. */
export class SkippedFiles {
  private readonly reasons: UserError[] = [];

  /** To be given to what reads files. */
  readonly add = (reason: UserError): void => {
    this.reasons.push(reason);
  };

  /** Says which were left out. Throws the first reason where nothing at all was read. */
  async print(screen: Screen, { isAllThereWas }: { isAllThereWas: boolean }): Promise<void> {
    const [first] = this.reasons;
    if (first && isAllThereWas) throw first;
    for (const { message } of this.reasons) {
      const label = screen.colours.yellow('left out:');
      await screen.write(`${indented(`${label} ${asTyped(message)}`, screen.columns)}\n`);
    }
  }
}
