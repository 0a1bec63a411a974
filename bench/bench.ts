import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { loadConfig } from '../lib/config.ts';
import { layOut } from './corpus.ts';
import { machine, writeReport } from './report.ts';
import { askResult, baselinesResult, ingestResult } from './results.ts';
import type { Measured } from './results.ts';
import { runStep, stepNames, steps } from './steps.ts';

const { values } = parseArgs({
  options: {
    corpus: { type: 'string' },
    sizes: { type: 'string', default: '10,100,1000,1780' },
    folder: { type: 'string', default: path.join(tmpdir(), 'underdog-bench') },
    write: { type: 'boolean', default: false },
    step: { type: 'string' },
  },
});

/**
 * Measures one size after the other, each step in a process of its own, so that memory is counted for what it is.
 * `--corpus DIR` takes any folder of transcripts, else the shelf's own are measured; `--write` makes the result the one
 * of record.
 */
async function bench(): Promise<void> {
  const { transcriptsFolder, root } = loadConfig();
  const corpus = path.resolve(values.corpus ?? transcriptsFolder);
  const rows: Measured[] = [];
  for (const size of values.sizes.split(',').map(Number)) {
    const folder = path.join(values.folder, String(size));
    const files = await layOut(corpus, size, folder);
    // A folder of fewer transcripts has been measured whole by then.
    if (files === null) break;
    const row = {
      load: loadavg()[0] ?? 0,
      ingest: await runStep('ingest', ingestResult, folder),
      ask: await runStep('ask', askResult, folder),
      baselines: await runStep('baselines', baselinesResult, folder),
    };
    rows.push(row);
    process.stdout.write(`${JSON.stringify(row)}\n`);
    if (values.write) await writeReport(rows, machine(), path.join(root, 'docs'));
  }
}

const step = stepNames.find((name) => name === values.step);
if (step) process.stdout.write(`${JSON.stringify(await steps[step](values.folder))}\n`);
else await bench();
