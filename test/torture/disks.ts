import { execFile } from 'node:child_process';
import { cp, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { writeMoreInterviews } from './shelf.ts';
import { runProgram } from './program.ts';
import { Trial } from './trial.ts';
import type { Bench } from './trial.ts';

const execute = promisify(execFile);

/** Builds where the disk is full or read-only; the index in use must answer as before, and the message say why. */
export async function badDisks({ folder, random, probe, enough }: Bench, times: number): Promise<Trial[]> {
  const full = new Trial('disk full during ingestion (tmpfs)');
  const readOnly = new Trial('data folder read-only (tmpfs)');
  const base = path.join(folder, 'base');
  const answers = await probe.answers('ingest', base);
  const file = await writeMoreInterviews(folder);
  const disk = path.join(folder, 'disk');
  await mkdir(disk);
  for (let time = 1; time <= times && !enough.aborted; time++) {
    // The next index does not fit beside the one in use; how far the build gets differs.
    const kilobytes = 400 + Math.floor(random() * 400);
    const refused = await mounted(disk, `size=${kilobytes}k`);
    if (refused !== null) {
      full.skipped = readOnly.skipped = refused;
      break;
    }
    try {
      await cp(base, disk, { recursive: true });
      const filled = await runProgram(['ingest', file], disk);
      const isBuilt = filled.code === 0;
      const live = await probe.request('ask', disk);
      if (!isBuilt && live.answers !== answers) full.lose(`${kilobytes} KB: ${JSON.stringify(live)}`);
      if (!isBuilt && !/no space left on the disk/.test(filled.written))
        full.lose(`${kilobytes} KB: unclear: ${filled.written}`);
      full.happened(isBuilt ? 'it fitted' : 'refused: no space left; the index in use answers');

      // SQLite lets go of a closed file only when its statements are collected.
      await probe.stop();
      await execute('mount', ['-o', 'remount,ro', disk]);
      const kept = await probe.request('ask', disk);
      const changed = await runProgram(['ingest', '--remove', '1'], disk);
      if (kept.answers === undefined || kept.answers !== live.answers)
        readOnly.lose(`no answer, or another: ${JSON.stringify(kept)}`);
      if (changed.code === 0 || !/the disk is read-only/.test(changed.written))
        readOnly.lose(`unclear: ${changed.written}`);
      readOnly.happened('refused: read-only; the index in use answers');
    } finally {
      await probe.stop();
      await execute('umount', [disk]);
    }
  }
  return [full, readOnly];
}

/** Mounts a memory disk; returns why that is not possible here, or null. */
async function mounted(folder: string, options: string): Promise<string | null> {
  try {
    await execute('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]);
    return null;
  } catch (error) {
    return `a memory disk cannot be mounted (${error instanceof Error ? (error.message.split('\n').at(-1) ?? '') : String(error)})`;
  }
}
