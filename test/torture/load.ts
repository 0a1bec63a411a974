import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { randomNumbers } from '../../eval/random-numbers.ts';
import { Crowd } from './crowd.ts';
import { runProgram } from './program.ts';
import { startServer } from './served.ts';
import { writeMoreInterviews } from './shelf.ts';

/** What is promised, in milliseconds and megabytes. */
const longestP95 = 1000;
const longestUntilNew = 5000;
const mostMemory = 700;

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    people: { type: 'string', default: '50' },
    seconds: { type: 'string', default: '60' },
    questions: { type: 'string', default: '10000' },
  },
});
const [people, seconds, questions] = [
  Number(values.people),
  Number(values.seconds),
  Number(values.questions),
];

const root = await mkdtemp(path.join(tmpdir(), 'underdog-load-'));
const data = path.join(root, 'data');
const served = await startServer(data);
const crowd = new Crowd(served.url, randomNumbers(Number(values.seed)));
const memory: number[] = [];
const faults: string[] = [];
let untilNew = NaN;

async function generation(): Promise<string> {
  const response = await fetch(`${served.url}/api/health`);
  return z.object({ generation: z.string() }).parse(await response.json()).generation;
}

/** Makes a new generation while people ask; the server must go over to it. */
async function swap(): Promise<void> {
  const before = await generation();
  const { code, written } = await runProgram(['ingest', await writeMoreInterviews(root)], data);
  if (code !== 0) faults.push(`no new generation: ${written}`);
  const built = performance.now();
  while ((await generation()) === before) {
    if (performance.now() - built > longestUntilNew) {
      faults.push('the server did not go over to the new generation');
      return;
    }
    await pause(100);
  }
  untilNew = Math.round(performance.now() - built);
}

interface Times {
  answers: number;
  median: number;
  p95: number;
  longest: number;
}

/** What the answers since the last call took, in milliseconds. */
function timesOf({ milliseconds }: Crowd): Times {
  const ascending = milliseconds.splice(0).sort((a, b) => a - b);
  const at = (share: number): number =>
    Math.round(ascending[Math.floor(share * (ascending.length - 1))] ?? NaN);
  return { answers: ascending.length, median: at(0.5), p95: at(0.95), longest: at(1) };
}

function said({ answers, median, p95, longest }: Times): string {
  return `${answers} answers, median ${median} ms, p95 ${p95} ms, longest ${longest} ms`;
}

const watch = setInterval(() => {
  void served.memory().then((megabytes) => memory.push(megabytes));
}, 1000);
// The first question loads what the others need.
await crowd.ask();
crowd.milliseconds.length = 0;
const end = performance.now() + seconds * 1000;
await crowd.gather(people, () => performance.now() >= end);
const undisturbed = timesOf(crowd);
const early = memory.at(-1) ?? NaN;
let isSwapped = false;
await Promise.all([swap().finally(() => (isSwapped = true)), crowd.gather(people, () => isSwapped)]);
const swapping = timesOf(crowd);
await crowd.gather(people, () => crowd.asked >= questions);
clearInterval(watch);

// Questions under way when the server is told to stop must be answered.
const last = Array.from({ length: 20 }, () => crowd.ask({ stays: true }));
await pause(20);
const code = await served.stop();
await Promise.all(last);
await rm(root, { recursive: true });

if (code !== 0) faults.push(`the server ended with ${code ?? 'a signal'}`);
for (const { p95 } of [undisturbed, swapping])
  if (p95 >= longestP95) faults.push(`a p95 of ${p95} ms is not below ${longestP95} ms`);
if (Math.max(...memory) >= mostMemory) faults.push(`memory is not below ${mostMemory} MB`);
for (const line of served.log) if (line.level !== 'info') faults.push(JSON.stringify(line));
faults.push(...crowd.faults);
const disconnected = served.log.filter((line) => line.disconnected === true).length;
const lines = [
  `${people} people asking at once for ${seconds} s: ${said(undisturbed)}`,
  `while a new generation is built beside them, which answers ${untilNew} ms later: ${said(swapping)}`,
  `${crowd.asked} questions in all: memory ${early} MB after these ${seconds} s, ${memory.at(-1) ?? NaN} MB at the end, ${Math.max(...memory)} MB at most`,
  `${crowd.left} people left before their answer; the server saw ${disconnected} leave`,
  `${faults.length} faults; load average ${loadavg()
    .map((average) => average.toFixed(1))
    .join(' ')}`,
  ...new Set(faults),
];
process.stdout.write(`${lines.join('\n')}\n`);
if (faults.length > 0) process.exitCode = 1;
