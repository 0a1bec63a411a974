import { Readable } from 'node:stream';
import pc from 'picocolors';
import { main } from '../../bin/main.ts';
import type { Screen, Terminal } from '../../bin/terminal/terminal.ts';

export class FakeScreen implements Screen {
  text = '';
  readonly columns = 80;
  readonly colours;

  /** A terminal shows progress; without colours, so that its text can be compared. */
  constructor(
    readonly isTerminal = false,
    colours = false,
  ) {
    this.colours = pc.createColors(colours);
  }

  async write(text: string): Promise<void> {
    this.text += text;
  }
}

class FakeTerminal implements Terminal {
  readonly output: FakeScreen;
  readonly errors: FakeScreen;
  readonly input: Terminal['input'];

  constructor({ typed = '', isTerminal = false } = {}) {
    this.input = Object.assign(Readable.from([typed]), { isTTY: isTerminal });
    this.output = new FakeScreen(isTerminal);
    this.errors = new FakeScreen(isTerminal);
  }
}

/** Runs the program as typed, and returns what it wrote and its exit code. */
export async function run(
  args: readonly string[],
  { typed = '', isTerminal = false, signal = new AbortController().signal } = {},
): Promise<{ code: number; output: string; errors: string }> {
  const terminal = new FakeTerminal({ typed, isTerminal });
  const code = await main(args, terminal, signal);
  return { code, output: terminal.output.text, errors: terminal.errors.text };
}
