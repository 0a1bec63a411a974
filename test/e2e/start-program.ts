import { spawn } from 'node:child_process';
import type { SpawnOptionsWithoutStdio } from 'node:child_process';
import { once } from 'node:events';
import { onTestFinished } from 'vitest';

/** The program, running. */
export interface Program {
  /** What it has written so far. */
  written: () => string;
  /** Resolves when it has written something that matches, with the first group. */
  says: (pattern: RegExp) => Promise<string>;
  stop: (signal: NodeJS.Signals) => void;
  /** Its exit code, and the signal that ended it. */
  exit: Promise<unknown[]>;
}

/** Starts the program as users do; what still runs when the test is over is ended. */
export function startProgram(
  file: string,
  args: readonly string[],
  options: SpawnOptionsWithoutStdio,
): Program {
  const child = spawn(process.execPath, [file, ...args], options);
  const exit = once(child, 'close');
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await exit;
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
  }
  return {
    written: () => text,
    says: async (pattern) => {
      for (;;) {
        const found = pattern.exec(text);
        if (found) return found[1] ?? found[0];
        await Promise.race([once(child.stdout, 'data'), once(child.stderr, 'data'), exit]);
        if (child.exitCode !== null && !pattern.test(text)) throw new Error(`It ended, saying:\n${text}`);
      }
    },
    stop: (signal) => child.kill(signal),
    exit,
  };
}
