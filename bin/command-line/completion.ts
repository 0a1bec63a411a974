import { helpOption } from './command.ts';
import type { CommandDescription, Option } from './command.ts';
import { programName } from './program-name.ts';

/** Shells whose completion we write. */
export const shells = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof shells)[number];

const functionName = `_${programName.replaceAll('-', '_')}`;

/** A script for the shell that completes commands, their options, and files where a command takes files. */
export function completionScript(shell: Shell, commands: readonly CommandDescription[]): string {
  return { bash, zsh, fish }[shell](commands);
}

function bash(commands: readonly CommandDescription[]): string {
  const cases = commands.map((command) => {
    const words = [...optionsOf(command).map(([name]) => `--${name}`), ...(command.choices ?? [])];
    return `    ${command.name}) words="${words.join(' ')}" files=${command.takesFiles ? 'yes' : 'no'} ;;`;
  });
  return `${functionName}() {
  local current="\${COMP_WORDS[COMP_CWORD]}" words="" files=no
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${commands.map(({ name }) => name).join(' ')} --help --version" -- "$current"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  if [ "$files" = yes ]; then
    COMPREPLY+=($(compgen -f -- "$current"))
  fi
}
complete -o filenames -F ${functionName} ${programName}
`;
}

function zsh(commands: readonly CommandDescription[]): string {
  const list = commands.map(
    ({ name, summary }) => `    ${quoted(`${name}:${summary.replaceAll(':', '\\:')}`)}`,
  );
  const cases = commands.map((command) => {
    const options = optionsOf(command).map(([name, { multiple, value, about }]) => {
      const explained = `--${name}[${about.replace(/[[\]:]/g, '\\$&')}]`;
      return quoted(`${multiple ? '*' : ''}${explained}${value === undefined ? '' : `:${value}:`}`);
    });
    const choices = command.choices ? [quoted(`1:choice:(${command.choices.join(' ')})`)] : [];
    const files = command.takesFiles ? [quoted('*:file:_files')] : [];
    return `    ${command.name}) _arguments ${[...options, ...choices, ...files].join(' ')} ;;`;
  });
  return `#compdef ${programName}
${functionName}() {
  local -a commands=(
${list.join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  shift words
  (( CURRENT-- ))
  case "$words[1]" in
${cases.join('\n')}
  esac
}
compdef ${functionName} ${programName}
`;
}

function fish(commands: readonly CommandDescription[]): string {
  const start = `complete -c ${programName}`;
  const lines = commands.flatMap((command) => {
    const within = `${start} -n '__fish_seen_subcommand_from ${command.name}'`;
    return [
      `${start} -n __fish_use_subcommand -f -a ${command.name} -d ${quoted(command.summary)}`,
      ...(command.takesFiles ? [] : [`${within} -f`]),
      ...(command.choices ? [`${within} -a ${quoted(command.choices.join(' '))}`] : []),
      ...optionsOf(command).map(([name, { short, value, about }]) =>
        [
          `${within} -l ${name}`,
          ...(short ? [`-s ${short}`] : []),
          ...(value === undefined ? [] : ['-x']),
          `-d ${quoted(about)}`,
        ].join(' '),
      ),
    ];
  });
  return `${lines.join('\n')}\n`;
}

function optionsOf({ options }: CommandDescription): [string, Option][] {
  return Object.entries<Option>({ ...options, ...helpOption });
}

/** In single quotes, as all three shells read them. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'"'"'`)}'`;
}
