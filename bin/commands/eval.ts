import path from 'node:path';
import { UserError } from '../../ingest/user-error.ts';
import { loadConfig } from '../../lib/config.ts';
import { defineCommand } from '../command-line/define-command.ts';
import { exitCode } from '../command-line/exit-code.ts';

export const evaluation = defineCommand({
  name: 'eval',
  summary: 'Measure retrieval and answers against baselines.',
  about:
    'Asks questions whose right passages are known, of this program and of what it must beat, in one run on the shelf, and ' +
    'prints a table of figures.',
  arguments: '',
  options: {
    questions: { type: 'string', value: 'FILE', about: 'Ask these instead of eval/dev.jsonl.' },
    by: { type: 'string', value: 'type', about: 'Also a table of ours by type of question.' },
    misses: { type: 'boolean', about: 'Also what ours got wrong, worst first.' },
    json: { type: 'boolean', about: 'Print one JSON object instead of tables.' },
    write: {
      type: 'boolean',
      about: 'Make the result the one of record: eval/figures.json, and the table in the README.',
    },
  },
  examples: [
    { command: 'underdog-answers eval', about: 'Measure:' },
    { command: 'underdog-answers eval --by type --misses', about: 'See where it is weak:' },
  ],
  async run({ values, terminal }) {
    if (values.by !== undefined && values.by !== 'type') {
      throw new UserError('bad-request', `--by can be “type”, not “${values.by}”.`);
    }
    if (values.write && values.questions !== undefined) {
      throw new UserError(
        'bad-request',
        'The result of record is that of eval/dev.jsonl: leave --questions out with --write.',
      );
    }
    const { evaluate } = await import('../../eval/run.ts');
    await evaluate(
      {
        questions: values.questions === undefined ? null : path.resolve(values.questions),
        byType: values.by === 'type',
        misses: values.misses ?? false,
        json: values.json ?? false,
        write: values.write ?? false,
        say: (text) => terminal.output.write(`${text}\n`),
      },
      loadConfig(),
    );
    return exitCode.answer;
  },
});
