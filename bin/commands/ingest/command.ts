import { UserError } from '../../../ingest/user-error.ts';
import { loadConfig } from '../../../lib/config.ts';
import { defineCommand } from '../../command-line/define-command.ts';
import { episodeNumber } from '../../command-line/filter-options.ts';
import { exitCode } from '../../command-line/exit-code.ts';

const modes = ['print', 'report', 'list'] as const;

export const ingest = defineCommand({
  name: 'ingest',
  summary: 'Add transcripts to the shelf, take episodes off it, and index it.',
  about:
    'Without arguments, brings the index up to date with the shelf. With paths, first copies these transcripts (files, or ' +
    'the files of folders) to the shelf: a changed one takes the place of its old self, and the same one twice changes ' +
    'nothing. Files of a folder that are no transcripts are left out, and named; a file that is named itself must be one. ' +
    'The index in use stays as it was until a new one is complete, also when this is stopped.',
  arguments: '[PATH…]',
  takesFiles: true,
  options: {
    remove: {
      type: 'string',
      multiple: true,
      value: 'EPISODE',
      about: 'Take the episode of this number off the shelf. Its file stays; adding it again brings it back.',
    },
    list: { type: 'boolean', about: 'List the episodes on the shelf, without indexing.' },
    report: {
      type: 'boolean',
      about:
        'Count what the transcripts hold, and show every speaker that was corrected or inferred, and which files have ' +
        'numbers in common, without indexing.',
    },
    print: {
      type: 'boolean',
      about: 'Print every paragraph as a line of JSON, without indexing.',
    },
    'dry-run': { type: 'boolean', about: 'Say what would change, and change nothing.' },
  },
  examples: [
    { command: 'underdog-answers ingest', about: 'Index the shelf, if anything has changed:' },
    { command: 'underdog-answers ingest interviews/ episode-71.txt', about: 'Add transcripts:' },
    { command: 'underdog-answers ingest --remove 62', about: 'Take an episode off the shelf:' },
    {
      command: 'underdog-answers ingest --report episode-71.txt',
      about: 'Check who speaks before adding a transcript:',
    },
  ],
  async run({ values, positionals, terminal, signal }) {
    const mode = modes.filter((name) => values[name]);
    const removed = (values.remove ?? []).map(episodeNumber);
    if (mode.length > 1 || (mode.length > 0 && (removed.length > 0 || values['dry-run']))) {
      throw new UserError(
        'bad-request',
        'Only one of --print, --report and --list is possible at a time, and none with --remove or --dry-run.',
      );
    }
    if (values.list && positionals.length > 0) {
      throw new UserError('bad-request', '--list shows the shelf and takes no paths: did you mean --report?');
    }
    const config = loadConfig();
    const { episodesAt } = await import('./episodes-at.ts');
    if (values.print) {
      const { printParagraphs } = await import('./print-paragraphs.ts');
      await printParagraphs(await episodesAt(positionals, config, terminal.errors), terminal.output);
      return exitCode.answer;
    }
    if (values.report) {
      const { printReport } = await import('./print-report.ts');
      const { readReport, reportOfShelf } = await import('./read-report.ts');
      const isShelf = positionals.length === 0;
      await printReport(
        isShelf ? await reportOfShelf(config) : await readReport(positionals, config, terminal.errors),
        terminal.output,
      );
      return exitCode.answer;
    }
    if (values.list) {
      const { printShelf } = await import('./print-shelf.ts');
      await printShelf(config, terminal.output);
      return exitCode.answer;
    }
    const { updateShelf } = await import('./update-shelf.ts');
    await updateShelf({
      config,
      paths: positionals,
      removed,
      dryRun: values['dry-run'] ?? false,
      terminal,
      signal,
    });
    return exitCode.answer;
  },
});
