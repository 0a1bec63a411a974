import type { Command } from './command-line/command.ts';
import { ingest } from './commands/ingest/command.ts';

/** All commands, in the order in which they are explained. */
export const commands: readonly Command[] = [ingest];
