import path from 'node:path';
import { UserError } from '../../ingest/user-error.ts';
import { loadConfig } from '../../lib/config.ts';
import { defineCommand } from '../command-line/define-command.ts';
import { exitCode } from '../command-line/exit-code.ts';

export const training = defineCommand({
  name: 'train',
  summary: 'Fit all that is learned from the shelf anew.',
  about:
    "Asks the questions in the shelf's enrichment, each of a copy of the shelf in which it does not stand; fits what ranks " +
    'passages, what tells whether a question is answered and whether it is put to several guests, and what tells whether a ' +
    'sentence of a language model is supported; and writes the weights to lib/. ' +
    'The model must not have learned those questions; models/training/README.md tells how such a one is made.',
  arguments: '',
  options: {
    model: { type: 'string', value: 'FOLDER', about: 'An embedding model that has not seen the questions.' },
    seed: { type: 'string', value: 'NUMBER', about: 'Of the order in which questions are learned (0).' },
  },
  examples: [
    { command: 'underdog-answers train --model models/held-out', about: 'Fit to the shelf as it is now:' },
  ],
  async run({ values, terminal }) {
    if (values.model === undefined) {
      throw new UserError(
        'bad-request',
        'Name a model with --model: the bundled one has seen the questions.',
      );
    }
    const seed = Number(values.seed ?? '0');
    if (!Number.isSafeInteger(seed) || seed < 0) {
      throw new UserError('bad-request', `--seed must be a whole number from 0, not “${values.seed ?? ''}”.`);
    }
    const { train } = await import('../../eval/training/train.ts');
    const say = (text: string): Promise<void> => terminal.output.write(`${text}\n`);
    await train({ model: path.resolve(values.model), seed, say }, loadConfig());
    return exitCode.answer;
  },
});
