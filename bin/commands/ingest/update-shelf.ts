import { buildShelf, freshIndex } from '../../../lib/build-shelf.ts';
import { addTranscripts, removeEpisode } from '../../../lib/change-shelf.ts';
import type { ShelfChange } from '../../../lib/change-shelf.ts';
import type { Config } from '../../../lib/config.ts';
import { describeIndex, showProgress } from '../../terminal/index-progress.ts';
import { count } from '../../terminal/progress-bar.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import { indented, shortened } from '../../terminal/wrap.ts';
import { numberTaken } from './number-taken.ts';
import { SkippedFiles } from './skipped-files.ts';

/** More changes than these are counted instead of listed. */
const mostListed = 50;

/** Changes the shelf as told, says what changed, and brings the index up to date; a dry run only says. */
export async function updateShelf({
  config,
  paths,
  removed,
  dryRun,
  terminal,
  signal,
}: {
  config: Config;
  paths: readonly string[];
  removed: readonly number[];
  dryRun: boolean;
  terminal: Terminal;
  signal: AbortSignal;
}): Promise<void> {
  const changes: ShelfChange[] = [];
  for (const number of removed) changes.push(await removeEpisode(config, number, { dryRun }));
  if (paths.length > 0) {
    const skipped = new SkippedFiles();
    const added = await addTranscripts(config, paths, { dryRun, onSkipped: skipped.add });
    await skipped.print(terminal.errors, { isAllThereWas: added.length === 0 });
    changes.push(...added);
  }
  await printChanges(changes, terminal);
  if (dryRun) {
    const isStale = changes.some(({ change }) => change !== 'unchanged') || !(await freshIndex(config));
    await terminal.output.write(
      `This was a dry run: nothing was changed. The index ${isStale ? 'would be brought' : 'is'} up to date.\n`,
    );
    return;
  }
  const { onProgress, done } = showProgress(terminal.errors);
  try {
    const { manifest, built } = await buildShelf(config, { onProgress, signal, verify: true });
    done();
    await terminal.output.write(`${built ? 'Indexed' : 'Up to date:'} ${describeIndex(manifest)}.\n`);
  } finally {
    done();
  }
}

const signs: Readonly<Record<ShelfChange['change'], string>> = {
  added: '+',
  replaced: '~',
  unchanged: '=',
  removed: '-',
};

async function printChanges(changes: readonly ShelfChange[], { output }: Terminal): Promise<void> {
  for (const { change, number, title, instead } of changes.slice(0, mostListed)) {
    const line = `${signs[change]} ${change.padEnd(9)} ${String(number).padStart(4)}  ${title}`;
    await output.write(`${shortened(line, output.columns)}\n`);
    if (instead && change !== 'unchanged')
      await output.write(`${output.colours.dim(indented(numberTaken(instead), output.columns, '      '))}\n`);
  }
  if (changes.length > mostListed) {
    await output.write(`… and ${count(changes.length - mostListed)} more\n`);
  }
}
