import { PassThrough, Writable } from 'node:stream';
import { main } from '../../bin/main.ts';
import { screenOf } from '../../bin/terminal/terminal.ts';
import type { Screen } from '../../bin/terminal/terminal.ts';

/** A screen of 80 columns, without colours unless asked for, that keeps what was written. */
export function fakeScreen({ isTerminal = false, colours = false } = {}): {
  screen: Screen;
  text: () => string;
} {
  let text = '';
  const stream = new Writable({
    write(chunk: Buffer, _, done) {
      text += chunk.toString();
      done();
    },
  });
  const looks = { columns: 80, isTTY: isTerminal, hasColors: () => colours };
  return { screen: screenOf(Object.assign(stream, looks)), text: () => text };
}

/** Runs the program as typed, and returns what it wrote and its exit code. */
export async function run(
  args: readonly string[],
  { typed = '', isTerminal = false, signal = new AbortController().signal } = {},
): Promise<{ code: number; output: string; errors: string }> {
  const output = fakeScreen({ isTerminal });
  const errors = fakeScreen({ isTerminal });
  const input = Object.assign(new PassThrough(), { isTTY: isTerminal });
  input.end(typed);
  const code = await main(args, { input, output: output.screen, errors: errors.screen }, signal);
  return { code, output: output.text(), errors: errors.text() };
}
