import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { findProjectRoot } from '../../lib/project-root.ts';

/** How a run of the program ended. */
interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  /** All that it wrote, in one line. */
  written: string;
}

/** Runs the program on a data folder; `kill` ends it without warning so many milliseconds after something is so. */
export async function runProgram(
  args: readonly string[],
  dataFolder: string,
  {
    kill,
    environment = {},
  }: { kill?: { when: () => boolean; after: number }; environment?: Readonly<Record<string, string>> } = {},
): Promise<Ended> {
  const file = path.join(findProjectRoot(), 'bin/underdog-answers.js');
  const child = spawn(process.execPath, [file, ...args], {
    env: { ...process.env, NODE_ENV: 'production', DATA_DIR: dataFolder, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    // Ctrl-C ends only the trials.
    detached: true,
  });
  let written = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      written += text;
    });
  }
  let seen: number | null = null;
  const watch = setInterval(() => {
    if (!kill) return;
    if (seen === null && kill.when()) seen = performance.now();
    if (seen !== null && performance.now() - seen >= kill.after) child.kill('SIGKILL');
  }, 2);
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  clearInterval(watch);
  return { code, signal, written: written.replace(/\s+/g, ' ') };
}
