import type { parseArgs } from 'node:util';
import type { Terminal } from '../terminal/terminal.ts';

/** An option of a command, as parsed and as explained. */
export interface Option {
  type: 'boolean' | 'string';
  short?: string;
  multiple?: boolean;
  /** What stands for the value in explanations, for example `FILE`; for `string` only. */
  value?: string;
  about: string;
}

export type Options = Record<string, Option>;

/** Every command has it. */
export const helpOption = { help: { type: 'boolean', short: 'h', about: 'Explain this command.' } } as const;

type Parsed<O extends Options> = ReturnType<
  typeof parseArgs<{ options: O & typeof helpOption; allowPositionals: true }>
>;

interface Invocation<O extends Options> {
  values: Parsed<O>['values'];
  positionals: Parsed<O>['positionals'];
  terminal: Terminal;
  /** Aborted when the user stops the command. */
  signal: AbortSignal;
}

/** What is known of a command without running it. */
export interface CommandDescription<O extends Options = Options> {
  name: string;
  /** One line for lists. */
  summary: string;
  /** A paragraph for its own page. */
  about: string;
  /** What it takes besides options, for example `[QUESTION]`; empty for nothing. */
  arguments: string;
  /** Whether its arguments are files, or else which words they are one of; for shells to complete. */
  takesFiles?: boolean;
  choices?: readonly string[];
  options: O;
  examples: readonly { command: string; about: string }[];
}

export interface CommandDefinition<O extends Options> extends CommandDescription<O> {
  /** Returns the exit code. Throws `UserError` for what the user can mend. */
  run: (invocation: Invocation<O>) => Promise<number>;
}

/** A command whatever its options. */
export interface Command extends CommandDescription {
  start: (args: readonly string[], context: { terminal: Terminal; signal: AbortSignal }) => Promise<number>;
}
