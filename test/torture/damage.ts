import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { faultOf } from './probe.ts';
import { below, oneOf } from '../../eval/random-numbers.ts';
import type { Random } from '../../eval/random-numbers.ts';
import { writeMoreInterviews } from './shelf.ts';
import { Trial } from './trial.ts';
import type { Bench } from './trial.ts';

/** The index is mended after every so many cases; in between the file is put back. */
const casesBetweenMends = 5;

/** Cuts files of the index off and flips bits in them; it must answer as before or say that it is damaged. */
export async function damageFiles(
  { folder, random, probe, say, enough }: Bench,
  times: number,
): Promise<Trial[]> {
  const trial = new Trial('a file of the index cut off or bits of it flipped');
  const mending = new Trial('ingestion with a damaged index in use');
  const data = path.join(folder, 'data');
  // Enough vectors for a graph of them, whose file can crash the process.
  const answers = await probe.answers('ingest', data, await writeMoreInterviews(folder, 180));
  for (let time = 1; time <= times && !enough.aborted; time++) {
    const file = oneOf(await filesOf(path.join(data, 'index')), random);
    const whole = await readFile(file);
    const { bytes, how } = damaged(whole, random);
    const tell = (what: string): void => {
      trial.lose(`damage ${time}, ${path.basename(file).replace(/^[0-9a-f]+\./, '')} ${how}: ${what}`);
    };
    await writeFile(file, bytes);
    const reply = await probe.request('ask', data);
    const fault = faultOf(reply, answers);
    if (fault !== null) tell(fault);
    trial.happened(
      fault ?? (reply.answers === undefined ? 'refused with a clear error' : 'answered as before'),
    );
    if (time % casesBetweenMends === 0) {
      const mended = await probe.request('ingest', data);
      if (mended.answers !== answers) tell(`not mended (${JSON.stringify(mended)})`);
      mending.happened(mended.answers === answers ? 'mended, and answers as before' : 'not mended');
    } else await writeFile(file, whole);
    say(`${time} of ${times} damages`);
  }
  return [trial, mending];
}

/** The files of the live generation that hold anything, and the one that names it. */
async function filesOf(index: string): Promise<string[]> {
  const current = path.join(index, 'current');
  const [generation = ''] = (await readFile(current, 'utf8')).split(' ');
  const names = await readdir(path.join(index, generation));
  const files = [current, ...names.map((name) => path.join(index, generation, name))];
  const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size));
  return files.filter((_, i) => (sizes[i] ?? 0) > 0);
}

function damaged(whole: Buffer, random: Random): { bytes: Buffer; how: string } {
  if (random() < 0.4) {
    const length = below(whole.length, random);
    return { bytes: whole.subarray(0, length), how: `cut off at ${length}` };
  }
  const bytes = Buffer.from(whole);
  const flips = 1 + below(8, random);
  for (let flip = 0; flip < flips; flip++) {
    const at = below(bytes.length, random);
    bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << below(8, random)), at);
  }
  return { bytes, how: `with ${flips} bits flipped` };
}
