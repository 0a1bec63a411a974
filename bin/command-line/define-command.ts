import { parseArgs } from 'node:util';
import { UserError } from '../../ingest/user-error.ts';
import { helpOption } from './command.ts';
import type { Command, CommandDefinition, Options } from './command.ts';
import { commandHelp } from './help.ts';

/**
 * Makes a command of its definition: its arguments are parsed, `--help` explains it, and what does not fit is a
 * `UserError` ('bad-request').
 */
export function defineCommand<const O extends Options>({
  run,
  ...description
}: CommandDefinition<O>): Command {
  const options = { ...description.options, ...helpOption };
  return {
    ...description,
    async start(args, { terminal, signal }) {
      const { values, positionals } = parse();
      if (wantsHelp(values)) {
        await terminal.output.write(commandHelp(description, terminal.output));
        return 0;
      }
      return run({ values, positionals, terminal, signal });

      function parse() {
        try {
          return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
        } catch (error) {
          throw misuse(error, description.name);
        }
      }
    },
  };
}

function wantsHelp(values: object): boolean {
  return 'help' in values && values.help === true;
}

/** Node's own words, which name the argument, without its advice for programmers. */
function misuse(error: unknown, command: string): unknown {
  const isOurs =
    error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_');
  if (!isOurs) return error;
  const what = error.message.replace(/\. To specify a positional argument .*$/s, '.').replace(/\.?$/, '.');
  return new UserError('bad-request', `${what} \`${command} --help\` lists what it takes.`);
}
