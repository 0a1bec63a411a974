import { Trial } from './trial.ts';
import type { Bench } from './trial.ts';

/** Longest that a transcript may take to be read, in milliseconds of the processor. */
const longest = 2000;

/** Reads mutated transcripts, each by a seed of its own: none may crash, hang, lose a character or mix episodes up. */
export async function readMutated({ seed, probe, say, enough }: Bench, times: number): Promise<Trial> {
  const trial = new Trial('a mutated transcript read');
  for (let time = 0; time < times && !enough.aborted; time++) {
    const { tried, ...failed } = await probe.request('read', '', { seed: seed + time });
    const faults = tried?.faults ?? [`seed ${seed + time}: ${JSON.stringify(failed)}`];
    if (tried && tried.milliseconds > longest)
      faults.push(`seed ${seed + time}, ${tried.what}: ${Math.round(tried.milliseconds)} ms`);
    for (const fault of faults) trial.lose(fault);
    trial.happened(
      faults.length > 0 ? 'at fault' : tried?.isRead ? 'read without a loss' : 'refused with a clear error',
    );
    if (time % 100 === 99) say(`${time + 1} of ${times} transcripts`);
  }
  return trial;
}
