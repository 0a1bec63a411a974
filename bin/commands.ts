import type { Command } from './command-line/command.ts';
import { ask } from './commands/ask/command.ts';
import { compare } from './commands/compare.ts';
import { completionOf } from './commands/completion.ts';
import { doctor } from './commands/doctor/command.ts';
import { enrich } from './commands/enrich.ts';
import { evaluation } from './commands/eval.ts';
import { ingest } from './commands/ingest/command.ts';
import { mcp } from './commands/mcp.ts';
import { search } from './commands/search.ts';
import { serve } from './commands/serve/command.ts';
import { training } from './commands/train.ts';

/** All commands, in the order in which they are explained. */
export const commands: readonly Command[] = [
  ask,
  search,
  compare,
  ingest,
  enrich,
  serve,
  mcp,
  doctor,
  evaluation,
  training,
  completionOf(() => commands),
];
