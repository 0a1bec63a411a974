import { writeFile, readFile } from 'node:fs/promises';
import { availableParallelism, cpus, totalmem } from 'node:os';
import path from 'node:path';
import { UserError } from '../ingest/user-error.ts';
import { chart } from './chart.ts';
import { capacityTable } from './capacity.ts';
import type { Measured } from './results.ts';

/** What it was measured on. */
export function machine(): string {
  const memory = (totalmem() / 1e9).toFixed(0);
  return `${availableParallelism()} cores (${cpus()[0]?.model ?? 'unknown'}), ${memory} GB, Node.js ${process.versions.node}`;
}

/** Writes the tables and the chart between the markers of the documents that show them. */
export async function writeReport(
  rows: readonly Measured[],
  measuredOn: string,
  folder: string,
): Promise<void> {
  await writeFile(path.join(folder, 'performance.svg'), chart(rows));
  await writeBetween(
    path.join(folder, 'performance.md'),
    'bench',
    `${report(rows)}\n\nMeasured on ${measuredOn}.`,
  );
  await writeBetween(path.join(folder, 'scaling.md'), 'capacity', capacityTable(rows));
}

async function writeBetween(file: string, name: string, text: string): Promise<void> {
  const before = await readFile(file, 'utf8');
  const opening = `<!-- ${name}: written by \`npm run bench -- --write\` -->`;
  const closing = `<!-- /${name} -->`;
  const start = before.indexOf(opening);
  const end = before.indexOf(closing);
  if (start < 0 || end < start) {
    throw new UserError(
      'bad-request',
      `${file} has no place for it: put ${opening} and ${closing} on lines of their own.`,
    );
  }
  await writeFile(file, `${before.slice(0, start)}${opening}\n\n${text}\n\n${before.slice(end)}`);
}

const milliseconds = (value: number): string => (value < 10 ? value.toFixed(1) : value.toFixed(0));
const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(0);
const spread = ({ p50, p95, p99 }: { p50: number; p95: number; p99: number }): string =>
  [p50, p95, p99].map(milliseconds).join(' / ');

/** What each line of the table shows; sizes are its columns. */
const lines: readonly [string, (row: Measured) => string][] = [
  ['passages', ({ ingest }) => ingest.passages.toLocaleString('en')],
  ['words', ({ ingest }) => ingest.words.toLocaleString('en')],
  ['load average at its ingestion', ({ ingest }) => ingest.load.toFixed(1)],
  ['ingestion, s', ({ ingest }) => ingest.seconds.toFixed(1)],
  ['ingestion, s of the processor', ({ ingest }) => ingest.cpuSeconds.toFixed(1)],
  ['passages indexed a second', ({ ingest }) => (ingest.passages / ingest.seconds).toFixed(0)],
  ['an episode added, s', ({ ingest }) => ingest.addSeconds.toFixed(1)],
  ['memory while ingesting, MB', ({ ingest }) => megabytes(ingest.peakMemory)],
  ['index, MB', ({ ingest }) => megabytes(ingest.indexBytes)],
  ['index, bytes a passage', ({ ingest }) => (ingest.indexBytes / ingest.passages).toFixed(0)],
  ['load average at its questions', ({ ask }) => ask.load.toFixed(1)],
  ['cold open, ms', ({ ask }) => milliseconds(ask.coldOpen)],
  ['cold open, ms of the processor', ({ ask }) => milliseconds(ask.coldOpenCpu)],
  ['resident after its questions, MB', ({ ask }) => megabytes(ask.memory)],
  ['search, p50 / p95 / p99 ms', ({ ask }) => spread(ask.search)],
  ['**answer, p50 / p95 / p99 ms**', ({ ask }) => spread(ask.answer)],
  ['answer, ms of the processor', ({ ask }) => milliseconds(ask.answer.cpu)],
  ['vectors by', ({ baselines }) => baselines.vectorDriver],
  ['recall@10 against exact', ({ baselines }) => baselines.recall.toFixed(3)],
  ['vectors alone, ms', ({ baselines }) => spread(baselines.vectors)],
  ['exact vectors alone, ms', ({ baselines }) => spread(baselines.exact)],
  ['BM25 alone, ms', ({ baselines }) => spread(baselines.bm25)],
  ['textbook pipeline, ms', ({ baselines }) => spread(baselines.textbook)],
  ['textbook ingestion, s', ({ baselines }) => baselines.textbookSeconds.toFixed(1)],
];

/** A table in Markdown, a column a size. */
function report(rows: readonly Measured[]): string {
  const heading = ['episodes', ...rows.map(({ ingest }) => ingest.episodes.toLocaleString('en'))];
  const cells = [heading, ...lines.map(([name, show]) => [name, ...rows.map(show)])];
  const widths = heading.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join(' | ')} |`;
  const rule = widths.map((width, i) => (i === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  const [first = [], ...rest] = cells;
  return [line(first), `| ${rule.join(' | ')} |`, ...rest.map(line)].join('\n');
}
