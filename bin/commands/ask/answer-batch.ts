import { createInterface } from 'node:readline';
import { UserError } from '../../../ingest/user-error.ts';
import type { Engine } from '../../../lib/engine.ts';
import { askRequestSchema } from '../../../lib/protocol.ts';
import { exitCode } from '../../command-line/exit-code.ts';
import { asUserError } from '../../terminal/explain-failure.ts';
import type { Terminal } from '../../terminal/terminal.ts';

/**
 * Answers each line of the input with a line of JSON, in order: the answer, or `{line, id?, error: {code, message}}`
 * where the line is no question or its question cannot be answered. Returns the exit code: misuse where any line failed.
 */
export async function answerBatch(
  engine: Pick<Engine, 'answer'>,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<number> {
  const lines = createInterface({ input: terminal.input, crlfDelay: Infinity });
  let number = 0;
  let failed = 0;
  for await (const line of lines) {
    number++;
    signal.throwIfAborted();
    if (line.trim() === '') continue;
    const result = await answerLine(line, number, engine, signal);
    if ('error' in result) failed++;
    await terminal.output.write(`${JSON.stringify(result)}\n`);
  }
  if (failed === 0) return exitCode.answer;
  await terminal.errors.write(`${failed} of ${number} lines could not be answered: see their "error".\n`);
  return exitCode.misuse;
}

async function answerLine(
  line: string,
  number: number,
  engine: Pick<Engine, 'answer'>,
  signal: AbortSignal,
): Promise<object> {
  let id: unknown;
  try {
    const value = parseLine(line, number);
    if (typeof value === 'object' && value !== null && 'id' in value) id = value.id;
    return await engine.answer(askRequestSchema.parse(value), signal);
  } catch (error) {
    const mendable = asUserError(error);
    if (!mendable || signal.aborted) throw error;
    return { line: number, id, error: { code: mendable.code, message: mendable.message } };
  }
}

function parseLine(line: string, number: number): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw new UserError(
      'bad-request',
      `Line ${number} is no JSON: write an object such as {"id": "1", "question": "…"} in one line.`,
      { cause },
    );
  }
}
