import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { z } from 'zod';
import { askResult, baselinesResult, ingestResult } from './results.ts';
import type { Measured } from './results.ts';
import type { Step } from './steps.ts';

/** Keeps what a step measured in the folder of its size; an earlier result gives way. */
export async function keepResult(folder: string, step: Step, result: object): Promise<void> {
  await writeFile(fileOf(folder, step), `${JSON.stringify(result)}\n`);
}

/** What is kept of every size below a folder of which all steps were measured, the smallest first. */
export async function keptResults(folder: string): Promise<Measured[]> {
  const rows: Measured[] = [];
  for (const name of await readdir(folder)) {
    const size = path.join(folder, name);
    const ingest = await kept(size, 'ingest', ingestResult);
    const ask = await kept(size, 'ask', askResult);
    const baselines = await kept(size, 'baselines', baselinesResult);
    if (ingest && ask && baselines) rows.push({ ingest, ask, baselines });
  }
  return rows.sort((a, b) => a.ingest.passages - b.ingest.passages);
}

async function kept<T>(folder: string, step: Step, shape: z.ZodType<T>): Promise<T | null> {
  const file = fileOf(folder, step);
  return existsSync(file) ? shape.parse(JSON.parse(await readFile(file, 'utf8'))) : null;
}

function fileOf(folder: string, step: Step): string {
  return path.join(folder, `${step}.json`);
}
