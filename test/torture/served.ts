import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { findProjectRoot } from '../../lib/project-root.ts';

const logLine = z.record(z.string(), z.unknown());

/** The production server, running. */
export interface Served {
  url: string;
  /** The lines of its log so far, parsed. */
  log: Record<string, unknown>[];
  /** Megabytes of memory that it has now (resident). */
  memory: () => Promise<number>;
  /** Asks it to stop, and returns its exit code. */
  stop: () => Promise<number | null>;
}

/** Starts the server on a data folder and a free port, without a limit of questions. */
export async function startServer(dataFolder: string): Promise<Served> {
  const file = path.join(findProjectRoot(), 'bin/underdog-answers.js');
  const child = spawn(process.execPath, [file, 'serve', '--port', '0'], {
    env: { ...process.env, NODE_ENV: 'production', DATA_DIR: dataFolder, QUESTIONS_PER_MINUTE: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exit = once(child, 'close');
  process.once('SIGINT', () => child.kill('SIGTERM'));
  const log: Record<string, unknown>[] = [];
  let rest = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    const lines = `${rest}${text}`.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line.startsWith('{')) log.push(logLine.parse(JSON.parse(line)));
  });
  let written = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    written += text;
  });
  while (!written.includes('Stop with Ctrl-C')) {
    await Promise.race([once(child.stdout, 'data'), exit]);
    if (child.exitCode !== null) throw new Error(`The server ended: ${written}`);
  }
  return {
    url: /http:\/\/localhost:\d+/.exec(written)?.[0].replace('localhost', '127.0.0.1') ?? '',
    log,
    memory: async () => {
      const status = await readFile(`/proc/${child.pid ?? 0}/status`, 'utf8');
      return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
    },
    stop: async () => {
      child.kill('SIGTERM');
      const [code] = (await exit) as [number | null];
      return code;
    },
  };
}
