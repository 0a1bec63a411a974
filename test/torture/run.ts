import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { damageFiles } from './damage.ts';
import { badDisks } from './disks.ts';
import { killIngestion } from './kills.ts';
import { Probe } from './probe.ts';
import { randomNumbers } from '../../eval/random-numbers.ts';
import { deleteGeneration, ingestAtOnce, jumpClock } from './shared-folder.ts';
import { writeShelf } from './shelf.ts';
import { readMutated } from './transcripts.ts';
import { tableOf } from './trial.ts';
import type { Bench, Trial } from './trial.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    kills: { type: 'string', default: '100' },
    damages: { type: 'string', default: '500' },
    transcripts: { type: 'string', default: '5000' },
    others: { type: 'string', default: '10' },
  },
});
const { kills, damages, transcripts, others } = values;
const seed = Number(values.seed);

// Whoever has seen enough gets the table of what was tried.
const enough = new AbortController();
process.once('SIGINT', () => {
  enough.abort();
});

const root = await mkdtemp(path.join(tmpdir(), 'underdog-torture-'));
process.env.TRANSCRIPTS_DIR = await writeShelf(root);
const trials: Trial[] = [];
const probe = await Probe.start();
const say = (progress: string): void => {
  process.stderr.write(process.stderr.isTTY ? `\r\u001b[K${progress}` : `${progress}\n`);
};

async function run(
  trial: (bench: Bench, times: number) => Promise<Trial | Trial[]>,
  times: string,
): Promise<void> {
  if (Number(times) === 0 || enough.signal.aborted) return;
  const folder = path.join(root, trial.name);
  await mkdir(folder);
  // Each from the beginning of the seed, so that one alone does what it does among the others.
  const bench: Bench = { folder, seed, random: randomNumbers(seed), probe, say, enough: enough.signal };
  trials.push(...[await trial(bench, Number(times))].flat());
  await rm(folder, { recursive: true });
}

try {
  await run(killIngestion, kills);
  await run(damageFiles, damages);
  await run(readMutated, transcripts);
  await run(badDisks, others);
  await run(ingestAtOnce, others);
  await run(deleteGeneration, others);
  await run(jumpClock, others);
} finally {
  await probe.stop();
  await rm(root, { recursive: true, force: true });
}
const load = loadavg().map((average) => average.toFixed(1));
process.stdout.write(`${tableOf(trials)}\n\nSeed ${values.seed}, load average ${load.join(' ')}.\n`);
if (trials.some(({ lost }) => lost.length > 0)) process.exitCode = 1;
