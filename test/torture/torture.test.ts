import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { damageFiles } from './damage.ts';
import { badDisks } from './disks.ts';
import { killIngestion } from './kills.ts';
import { Probe } from './probe.ts';
import { randomNumbers } from '../../eval/random-numbers.ts';
import { deleteGeneration, ingestAtOnce, jumpClock } from './shared-folder.ts';
import { writeShelf } from './shelf.ts';
import { readMutated } from './transcripts.ts';
import { tableOf, Trial } from './trial.ts';
import type { Bench } from './trial.ts';

let root: string;
let probe: Probe;
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'underdog-torture-'));
  vi.stubEnv('TRANSCRIPTS_DIR', await writeShelf(root));
  probe = await Probe.start();
  return () => vi.unstubAllEnvs();
});
afterAll(async () => {
  await probe.stop();
  await rm(root, { recursive: true, force: true });
});

async function benchFor(name: string): Promise<Bench> {
  const folder = path.join(root, name);
  await mkdir(folder);
  const enough = new AbortController().signal;
  const seed = 7;
  return { folder, seed, random: randomNumbers(seed), probe, say: () => undefined, enough };
}

/** `npm run torture` tries each of these more often. */
describe('nothing is lost', { timeout: 240_000 }, () => {
  it.each([
    ['ingestion is killed', killIngestion, 2],
    ['files of the index are damaged', damageFiles, 10],
    ['the disk is full or read-only', badDisks, 1],
    ['three ingestions start at once', ingestAtOnce, 1],
    ['the generation in use is deleted', deleteGeneration, 1],
    ['the clock jumps', jumpClock, 1],
    ['a transcript is mutated', readMutated, 10],
  ])('where %s', async (_, attempt, times) => {
    const [first, ...others] = [await attempt(await benchFor(attempt.name), times)].flat();
    for (const trial of [first, ...others]) expect(trial?.lost).toEqual([]);
    // Not everybody may mount a disk.
    if (first?.skipped === null) expect(first.times).toBeGreaterThanOrEqual(times);
  });
});

it('tells what was tried, what happened and what was lost', () => {
  const tried = new Trial('a fall');
  tried.happened('caught');
  tried.happened('caught');
  tried.lose('one shoe');
  const skipped = new Trial('a flight');
  skipped.skipped = 'no wings';
  expect(tableOf([tried, skipped]).split('\n').slice(2)).toEqual([
    '| a fall | 2 | 2 × caught | one shoe |',
    '| a flight | – | not tried: no wings | nothing |',
  ]);
});
