import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { UserError } from '../ingest/user-error.ts';
import { loadConfig } from '../lib/config.ts';
import { layOut } from './corpus.ts';
import { keepResult, keptResults } from './kept-results.ts';
import { measurePages } from './pages.ts';
import { machine, writeReport } from './report.ts';
import { runStep, stepNames, steps } from './steps.ts';
import type { Step } from './steps.ts';

const { values } = parseArgs({
  options: {
    corpus: { type: 'string' },
    sizes: { type: 'string', default: '10,100,1000,1780' },
    steps: { type: 'string', default: stepNames.join() },
    folder: { type: 'string', default: path.join(tmpdir(), 'underdog-bench') },
    write: { type: 'boolean', default: false },
    pages: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
});

/**
 * Measures one size after the other, each step in a process of its own, so that memory is counted for what it is, and
 * keeps what came out beside what was measured: sizes and steps may be measured one at a time. `--corpus DIR` takes any
 * folder of transcripts, else the shelf's own are measured; `--write` makes all that is kept the result of record.
 * `--pages` measures how fast the site's pages come up instead.
 */
async function bench(): Promise<void> {
  const { transcriptsFolder, root } = loadConfig();
  const corpus = path.resolve(values.corpus ?? transcriptsFolder);
  const wanted = stepsOf(values.steps);
  for (const size of values.sizes.split(',').map(Number)) {
    const folder = path.join(values.folder, String(size));
    // A folder of fewer transcripts has been measured whole by then.
    if (wanted.includes('ingest') && (await layOut(corpus, size, folder)) === null) break;
    for (const step of wanted) {
      const load = loadavg()[0] ?? 0;
      const result = { ...(await runStep(step, folder)), load };
      await keepResult(folder, step, result);
      process.stdout.write(`${JSON.stringify({ size, step, result })}\n`);
    }
  }
  if (values.write) await writeReport(await keptResults(values.folder), machine(), path.join(root, 'docs'));
}

function stepsOf(list: string): Step[] {
  return list
    .split(',')
    .filter((name) => name !== '')
    .map((name) => {
      const step = stepNames.find((each) => each === name);
      if (step) return step;
      throw new UserError('bad-request', `--steps names ${name}, which is none of ${stepNames.join()}.`);
    });
}

const [only] = stepsOf(values.only ?? '');
if (only) process.stdout.write(`${JSON.stringify(await steps[only](values.folder))}\n`);
else if (values.pages)
  for await (const page of measurePages(loadConfig().root)) process.stdout.write(`${JSON.stringify(page)}\n`);
else await bench();
