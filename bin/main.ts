import { editDistance } from '../ingest/edit-distance.ts';
import { UserError } from '../ingest/user-error.ts';
import type { Command } from './command-line/command.ts';
import { commands } from './commands.ts';
import { exitCode } from './command-line/exit-code.ts';
import { programHelp } from './command-line/help.ts';
import { manual } from './command-line/manual.ts';
import { programVersion } from './command-line/program-version.ts';
import { explainFailure } from './terminal/explain-failure.ts';
import type { Terminal } from './terminal/terminal.ts';

/** Runs the program with what was typed after its name. Returns the exit code; never throws. */
export async function main(
  args: readonly string[],
  terminal: Terminal,
  signal: AbortSignal,
): Promise<number> {
  const [first, ...rest] = args;
  try {
    if (first === undefined || first === '--help' || first === '-h' || first === 'help') {
      const screen = first === undefined ? terminal.errors : terminal.output;
      await screen.write(programHelp(commands, screen));
      return first === undefined ? exitCode.misuse : exitCode.answer;
    }
    if (first === '--version' || first === '-v') {
      await terminal.output.write(`${programVersion()}\n`);
      return exitCode.answer;
    }
    if (first === '--manual') {
      await terminal.output.write(manual(commands));
      return exitCode.answer;
    }
    return await commandNamed(first).start(rest, { terminal, signal });
  } catch (error) {
    if (signal.aborted) {
      await terminal.errors.write('Stopped.\n');
      return exitCode.stopped;
    }
    return explainFailure(error, terminal.errors);
  }
}

function commandNamed(name: string): Command {
  const found = commands.find((command) => command.name === name);
  if (found) return found;
  const near = commands.find((command) => editDistance(command.name, name) <= 2);
  throw new UserError(
    'bad-request',
    `There is no command ${name}. ${near ? `Did you mean ${near.name}? ` : ''}\`--help\` lists them all.`,
  );
}
