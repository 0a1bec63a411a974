import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';
import { ask } from './ask.ts';
import { baselines } from './baselines.ts';
import { ingest } from './ingest.ts';

/** What is measured of a size, each in a process of its own, so that memory is counted for what it is. */
export const steps = { ingest, ask, baselines };
export type Step = keyof typeof steps;
export const stepNames: readonly Step[] = ['ingest', 'ask', 'baselines'];

/** Runs a step in a process of its own: this very program, told to do nothing else. */
export async function runStep(step: Step, folder: string): Promise<object> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [fileURLToPath(import.meta.url), '--only', step, '--folder', folder],
    { maxBuffer: 1 << 24 },
  );
  return z.looseObject({}).parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''));
}
