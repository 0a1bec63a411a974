import { UserError } from '../../ingest/user-error.ts';
import type { Command, CommandDescription } from '../command-line/command.ts';
import { completionScript, shells } from '../command-line/completion.ts';
import { defineCommand } from '../command-line/define-command.ts';
import { exitCode } from '../command-line/exit-code.ts';

/** The command, given all commands, itself among them. */
export const completionOf = (commands: () => readonly CommandDescription[]): Command =>
  defineCommand({
    name: 'completion',
    summary: 'Print a script that completes commands in your shell.',
    about:
      'Prints a script that makes the Tab key complete commands, options and files. Load it where your shell starts, as in ' +
      'the examples.',
    arguments: shells.join('|'),
    choices: shells,
    options: {},
    examples: [
      { command: 'underdog-answers completion bash >> ~/.bashrc', about: 'For bash:' },
      { command: 'underdog-answers completion zsh >> ~/.zshrc', about: 'For zsh, where compinit is loaded:' },
      {
        command: 'underdog-answers completion fish >> ~/.config/fish/config.fish',
        about: 'For fish:',
      },
    ],
    async run({ positionals, terminal }) {
      const shell = shells.find((each) => each === positionals[0]);
      if (!shell || positionals.length > 1) {
        throw new UserError('bad-request', `Name one shell: ${shells.join(', ')}.`);
      }
      await terminal.output.write(completionScript(shell, commands()));
      return exitCode.answer;
    },
  });
