import { cp, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { hasReached, phaseOf, phases } from './ingestion-phase.ts';
import { runProgram } from './program.ts';
import { oneOf } from '../../eval/random-numbers.ts';
import { writeMoreInterviews } from './shelf.ts';
import { Trial } from './trial.ts';
import type { Bench } from './trial.ts';

/** A kill comes up to this many milliseconds after the phase in which it was to come has begun. */
const longestDelay = 60;

/** Kills ingestion at random moments; the index in use must answer as before, and the next run must finish. */
export async function killIngestion(
  { folder, random, probe, say, enough }: Bench,
  times: number,
): Promise<Trial> {
  const trial = new Trial('ingestion killed (SIGKILL) at a random moment');
  const base = path.join(folder, 'base');
  const work = path.join(folder, 'work');
  const index = path.join(work, 'index');
  const file = await writeMoreInterviews(folder);
  const before = await probe.answers('ingest', base);
  await cp(base, work, { recursive: true });
  const after = await probe.answers('ingest', work, file);
  if (before === after) throw new Error('What is added changes no answer, so that nothing can be compared');
  const current = await readFile(path.join(base, 'index/current'), 'utf8');

  for (let time = 1; time <= times && !enough.aborted; time++) {
    await rm(work, { recursive: true });
    await cp(base, work, { recursive: true });
    const wanted = oneOf(phases.slice(1), random);
    const killed = await runProgram(['ingest', file], work, {
      kill: { when: () => hasReached(wanted, index, current), after: random() * longestDelay },
    });
    const phase = phaseOf(index, current);
    const tell = (what: string): void => {
      trial.lose(`kill ${time} (${phase}): ${what}`);
    };
    if (killed.signal !== 'SIGKILL' && killed.code !== 0) tell(`it failed by itself: ${killed.written}`);
    const live = await probe.request('ask', work);
    if (live.answers !== (phase === 'after the switch' ? after : before))
      tell(`the index in use gave ${JSON.stringify(live)}`);
    const next = await probe.request('ingest', work, { file });
    if (next.answers !== after) tell(`the next run gave ${JSON.stringify(next)}`);
    const left = (await readdir(index)).filter((name) => /^building-|\.next$|^embeddings/.test(name));
    if (left.length > 0) tell(`${left.join()} was left`);
    trial.happened(killed.signal === 'SIGKILL' ? phase : 'it had ended before');
    say(`${time} of ${times} kills`);
  }
  return trial;
}
