import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { build } from 'esbuild';
import { findProjectRoot } from '../../lib/project-root.ts';
import type { Tried } from '../ingest/mutated/try-mutated.ts';

/** A process that does not reply hangs, after so many milliseconds, and is ended. */
const patience = 180_000;

export interface ProbeRequest {
  /**
   * `ingest` does what the program's command of that name does, with a file or without, and asks; `hold` keeps the index
   * open for `ask held` until `release`; `read` reads a mutated transcript.
   */
  what: 'ask' | 'ingest' | 'hold' | 'ask held' | 'release' | 'read';
  dataFolder: string;
  /** A transcript to be added before the ingestion. */
  file?: string;
  /** Of the transcript that is to be mutated and read. */
  seed?: number;
}

export interface ProbeReply {
  /** A hash of all that was answered. */
  answers?: string;
  /** How reading went, and the time of the processor that it took. */
  tried?: Tried & { milliseconds: number };
  /** The code and message of an error that the user can mend. */
  refused?: string;
  /** Any other error. */
  defect?: string;
  /** How the process ended instead of replying. */
  crashed?: string;
}

/** What is wrong with a reply about a damaged index, or null: the same answer and a clear refusal are right. */
export function faultOf(reply: ProbeReply, expected: string): string | null {
  if (reply.answers === expected) return null;
  if (reply.answers !== undefined) return 'another answer';
  return reply.refused?.startsWith('index-damaged: ') ? null : JSON.stringify(reply);
}

/** A process that opens indexes and asks them, so that one that crashes is seen instead of suffered. */
export class Probe {
  private child: ChildProcess | null = null;

  private constructor(private readonly program: string) {}

  static async start(): Promise<Probe> {
    const root = findProjectRoot();
    const outfile = path.join(root, `dist/torture/probe-${process.pid}.js`);
    await build({
      entryPoints: [path.join(root, 'test/torture/probe-process.ts')],
      outfile,
      bundle: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
      logLevel: 'warning',
    });
    return new Probe(outfile);
  }

  request(
    what: ProbeRequest['what'],
    dataFolder: string,
    more: Pick<ProbeRequest, 'file' | 'seed'> = {},
  ): Promise<ProbeReply> {
    // Detached, so that Ctrl-C ends only the trials.
    this.child ??= fork(this.program, {
      stdio: 'ignore',
      detached: true,
      env: { ...process.env, NODE_ENV: 'production' },
    });
    const { child } = this;
    return new Promise((resolve) => {
      const settle = (reply: ProbeReply): void => {
        clearTimeout(impatience);
        child.off('message', settle).off('exit', gone);
        resolve(reply);
      };
      const gone = (code: number | null, signal: string | null): void => {
        this.child = null;
        settle({ crashed: signal ?? `exit code ${code ?? 'none'}` });
      };
      const impatience = setTimeout(() => {
        child.kill('SIGKILL');
      }, patience);
      child.once('message', settle).once('exit', gone);
      child.send({ what, dataFolder, ...more } satisfies ProbeRequest);
    });
  }

  /** The hash of what was answered; throws where there was no answer. */
  async answers(what: ProbeRequest['what'], dataFolder: string, file?: string): Promise<string> {
    const reply = await this.request(what, dataFolder, { file });
    if (reply.answers === undefined) throw new Error(`No answer to compare with: ${JSON.stringify(reply)}`);
    return reply.answers;
  }

  /** Ends the process, and with it what it has open; the next request starts another. */
  async stop(): Promise<void> {
    const { child } = this;
    this.child = null;
    if (!child) return;
    const exit = once(child, 'exit');
    child.kill();
    await exit;
  }
}
