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
    calibration: {
      type: 'boolean',
      about: 'Also the confidence against how often there is an answer.',
    },
    suite: { type: 'string', value: 'NAME', about: 'Somebody else’s questions instead: qmsum or changelog.' },
    data: { type: 'string', value: 'FOLDER', about: 'Where the data of the suite lies, unpacked.' },
    json: { type: 'boolean', about: 'Print one JSON object instead of tables.' },
    write: {
      type: 'boolean',
      about: 'Make the result the one of record: eval/figures.json, and the table in the README.',
    },
  },
  examples: [
    { command: 'underdog-answers eval', about: 'Measure:' },
    { command: 'underdog-answers eval --by type --misses', about: 'See where it is weak:' },
    {
      command: 'underdog-answers eval --suite qmsum --data qmsum',
      about: 'Measure on questions about meetings:',
    },
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
    const say = (text: string): Promise<void> => terminal.output.write(`${text}\n`);
    if (values.suite !== undefined) {
      if (values.data === undefined) {
        throw new UserError('bad-request', 'Say with --data where the data of the suite lies.');
      }
      const { evaluateSuite } = await import('../../eval/suites/report.ts');
      const data = path.resolve(values.data);
      await evaluateSuite({ name: values.suite, data, json: values.json ?? false, say }, loadConfig());
      return exitCode.answer;
    }
    const { evaluate } = await import('../../eval/run.ts');
    await evaluate(
      {
        questions: values.questions === undefined ? null : path.resolve(values.questions),
        byType: values.by === 'type',
        misses: values.misses ?? false,
        calibration: values.calibration ?? false,
        json: values.json ?? false,
        write: values.write ?? false,
        say,
      },
      loadConfig(),
    );
    return exitCode.answer;
  },
});
