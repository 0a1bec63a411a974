import { cp, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { faultOf } from './probe.ts';
import { runProgram } from './program.ts';
import { writeMoreInterviews } from './shelf.ts';
import { Trial } from './trial.ts';
import type { Bench } from './trial.ts';

/** Starts several ingestions of one folder at once: one must build, the others do nothing, or say who is at work or was. */
export async function ingestAtOnce({ folder, probe, enough }: Bench, times: number): Promise<Trial> {
  const trial = new Trial('three ingestions of one folder at once');
  const file = await writeMoreInterviews(folder);
  const base = path.join(folder, 'base');
  const calm = path.join(folder, 'calm');
  await probe.answers('ingest', base);
  const answers = await probe.answers('ingest', calm, file);
  for (let time = 1; time <= times && !enough.aborted; time++) {
    const work = path.join(folder, `work-${time}`);
    await cp(base, work, { recursive: true });
    const runs = await Promise.all([1, 2, 3].map(() => runProgram(['ingest', file], work)));
    for (const { code, signal, written } of runs) {
      if (code === 0) trial.happened(written.includes('Indexed') ? 'indexed' : 'found it up to date');
      else if (/Another build of the index .* is at work \(process \d+\)/.test(written))
        trial.happened('told that another is at work');
      else if (/The index was changed by another build while this one was prepared/.test(written))
        trial.happened('told that another was faster');
      else trial.lose(`ended with ${signal ?? code ?? ''}: ${written}`);
    }
    const reply = await probe.request('ask', work);
    if (reply.answers !== answers) trial.lose(`nobody built: ${JSON.stringify(reply)}`);
    await rm(work, { recursive: true });
  }
  return trial;
}

/** Deletes the generation that is being read: its reader must go on or say why, and find the next one by itself. */
export async function deleteGeneration({ folder, probe, enough }: Bench, times: number): Promise<Trial> {
  const trial = new Trial('the generation in use deleted under its reader');
  const data = path.join(folder, 'data');
  await probe.answers('ingest', data);
  for (let time = 1; time <= times && !enough.aborted; time++) {
    const answers = await probe.answers('hold', data);
    const [generation = ''] = (await readFile(path.join(data, 'index/current'), 'utf8')).split(' ');
    await rm(path.join(data, 'index', generation), { recursive: true });
    const without = await probe.request('ask held', data);
    const fault = faultOf(without, answers);
    if (fault !== null) trial.lose(fault);
    trial.happened(
      fault ?? (without.refused === undefined ? 'went on answering' : 'refused with a clear error'),
    );
    const built = await probe.request('ingest', data);
    // A reader looks for a new generation twice a second.
    await pause(600);
    const mended = await probe.request('ask held', data);
    if (built.answers !== answers || mended.answers !== answers)
      trial.lose(`not mended: ${JSON.stringify(mended)}`);
    await probe.request('release', data);
  }
  return trial;
}

/** Makes the program's clock jump years back and forth between any two looks at it. */
const jumpingClock = `data:text/javascript,${encodeURIComponent(`
  const { now } = Date;
  let looks = 0;
  const jumped = () => now() + [0, -9e11, 6e11, -1e11, 2e12][looks++ % 5];
  globalThis.Date = class extends Date {
    constructor(...given) { given.length === 0 ? super(jumped()) : super(...given); }
    static now() { return jumped(); }
  };`)}`;

/** Builds while the clock jumps; what is built must answer as what was built in peace. */
export async function jumpClock({ folder, probe, enough }: Bench, times: number): Promise<Trial> {
  const trial = new Trial('clock jumping by decades during ingestion');
  const file = await writeMoreInterviews(folder);
  const base = path.join(folder, 'base');
  const calm = path.join(folder, 'calm');
  await probe.answers('ingest', base);
  await cp(base, calm, { recursive: true });
  const answers = await probe.answers('ingest', calm, file);
  for (let time = 1; time <= times && !enough.aborted; time++) {
    const work = path.join(folder, `work-${time}`);
    await cp(base, work, { recursive: true });
    const built = await runProgram(['ingest', file], work, {
      environment: { NODE_OPTIONS: `--import=${jumpingClock}` },
    });
    const reply = await probe.request('ask', work);
    const isRight = built.code === 0 && reply.answers === answers;
    if (!isRight) trial.lose(`${built.written} ${JSON.stringify(reply)}`);
    trial.happened(isRight ? 'built, and answers the same' : 'not built, or answers otherwise');
    await rm(work, { recursive: true });
  }
  return trial;
}
