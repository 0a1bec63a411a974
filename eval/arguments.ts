import path from 'node:path';
import { parseArgs } from 'node:util';
import { UserError } from '../ingest/user-error.ts';

/** What a run of the evaluation was asked for. Paths are absolute. */
export interface EvalArguments {
  questions: string;
  byType: boolean;
  misses: boolean;
  json: boolean;
  write: boolean;
}

const usage = `npm run eval -- [OPTION…]
  --questions FILE   ask these instead of eval/dev.jsonl
  --by type          also a table of ours by type of question
  --misses           also what ours got wrong
  --json             print one JSON object instead of tables
  --write            make the result the one of record: eval/figures.json and the README's table`;

/** Parses the command line. Throws `UserError` ('bad-request') naming what is wrong with it. */
export function parseEvalArguments(argv: readonly string[], root: string): EvalArguments {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        questions: { type: 'string' },
        by: { type: 'string' },
        misses: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        write: { type: 'boolean', default: false },
      },
    });
    if (values.by !== undefined && values.by !== 'type') {
      throw new TypeError(`--by can be "type", not "${values.by}"`);
    }
    if (values.write && values.questions !== undefined) {
      throw new TypeError(
        'The result of record is that of eval/dev.jsonl: leave --questions out with --write',
      );
    }
    return {
      questions: path.resolve(values.questions ?? path.join(root, 'eval/dev.jsonl')),
      byType: values.by === 'type',
      misses: values.misses,
      json: values.json,
      write: values.write,
    };
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    throw new UserError('bad-request', `${cause.message}.\n${usage}`, { cause });
  }
}
