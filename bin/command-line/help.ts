import { helpOption } from './command.ts';
import type { CommandDescription, Option } from './command.ts';
import { programName } from './program-name.ts';
import { indented } from '../terminal/wrap.ts';
import type { Screen } from '../terminal/terminal.ts';

type Look = Pick<Screen, 'columns' | 'colours'>;

/** The page of one command, as `--help` shows it. */
export function commandHelp(command: CommandDescription, look: Look): string {
  const { bold } = look.colours;
  const options = Object.entries({ ...command.options, ...helpOption });
  return [
    `${bold('Usage')}  ${usage(command)}`,
    '',
    indented(command.about, look.columns),
    '',
    bold('Options'),
    table(
      options.map(([name, option]) => [optionWords(name, option), option.about]),
      look,
    ),
    '',
    bold('Examples'),
    ...command.examples.flatMap((example) => [
      indented(example.about, look.columns, '  '),
      `    ${example.command}`,
      '',
    ]),
  ].join('\n');
}

/** The page of the whole program. */
export function programHelp(commands: readonly CommandDescription[], look: Look): string {
  const { bold } = look.colours;
  return [
    indented(
      'Ask a shelf of interview transcripts a question; get an answer made of verbatim, checked quotes.',
      look.columns,
    ),
    '',
    `${bold('Usage')}  ${programName} COMMAND [ARGUMENTS]`,
    '',
    bold('Commands'),
    table(
      commands.map(({ name, summary }) => [name, summary]),
      look,
    ),
    '',
    indented(
      `\`${programName} COMMAND --help\` explains a command, with examples; \`${programName} --manual\` prints all of it.`,
      look.columns,
    ),
    '',
  ].join('\n');
}

/** `underdog-answers ask [OPTIONS] [QUESTION]` */
export function usage({ name, arguments: words }: CommandDescription): string {
  return [programName, name, '[OPTIONS]', words].filter(Boolean).join(' ');
}

/** `-g, --guest NAME` */
export function optionWords(name: string, { short, value }: Option): string {
  return `${short ? `-${short}, ` : ''}--${name}${value ? ` ${value}` : ''}`;
}

function table(rows: readonly (readonly [string, string])[], { columns, colours }: Look): string {
  const width = Math.max(...rows.map(([left]) => left.length)) + 4;
  return rows
    .map(([left, right]) => {
      const text = indented(right, columns, ' '.repeat(width)).trimStart();
      return `  ${colours.cyan(left)}${' '.repeat(width - left.length - 2)}${text}`;
    })
    .join('\n');
}
