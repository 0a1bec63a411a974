import type { Measured } from './results.ts';

/** Passages of a shelf, from ten episodes to more than anybody has. */
const sizes = [1e3, 1e4, 1e5, 1e6, 1e7, 1e8];

/** Up to here the largest size measured says what a size takes; beyond, it is computed. */
const safely = 2;

/**
 * What shelves of many sizes take, from what a passage took in the largest size that was measured: bytes on disk and in
 * memory beyond what the smallest size needs, seconds to index, and exact comparison of vectors, which grows with size
 * as a graph hardly does.
 */
export function capacityTable(rows: readonly Measured[]): string {
  const smallest = rows[0];
  const largest = rows.at(-1);
  if (!smallest || !largest) return '';
  const { passages } = largest.ingest;
  const disk = largest.ingest.indexBytes / passages;
  const grown = passages - smallest.ingest.passages;
  const memory = grown > 0 ? Math.max(0, largest.ask.memory - smallest.ask.memory) / grown : 0;
  const base = smallest.ask.memory - memory * smallest.ingest.passages;
  const seconds = largest.ingest.cpuSeconds / passages;
  const exact = largest.baselines.exact.cpu / passages;
  const heading = [
    'passages',
    'index on disk',
    'memory of a process',
    'time to index',
    'exact vector search',
    'run it on',
  ];
  const lines = sizes.map((size) => [
    size.toLocaleString('en'),
    bytes(size * disk),
    bytes(base + size * memory),
    duration(size * seconds),
    duration((size * exact) / 1000),
    setUpFor(size, passages),
  ]);
  const cells = [heading, ...lines];
  const widths = heading.map((_, i) => Math.max(...cells.map((row) => row[i]?.length ?? 0)));
  const isText = (i: number): boolean => i === heading.length - 1;
  const show = (row: readonly string[]): string =>
    `| ${row.map((cell, i) => (isText(i) ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join(' | ')} |`;
  const rule = widths.map((width, i) => (isText(i) ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  const measured = `A passage took ${disk.toFixed(0)} bytes on disk, ${memory.toFixed(0)} bytes of memory, ${(1000 * seconds).toFixed(2)} ms of the processor to index and ${(1000 * exact).toFixed(2)} µs to compare, with vectors of ${largest.ingest.dimensions} dimensions, at ${passages.toLocaleString('en')} passages.`;
  return `${measured}\n\n${[show(heading), `| ${rule.join(' | ')} |`, ...lines.map(show)].join('\n')}`;
}

function setUpFor(size: number, measured: number): string {
  if (size <= safely * measured) return 'one process, its folder';
  if (size <= 1e7) return 'PostgreSQL, one server';
  return 'PostgreSQL, shelves on several servers';
}

function bytes(value: number): string {
  if (value < 1e9) return `${(value / 1e6).toFixed(0)} MB`;
  return value < 1e12 ? `${(value / 1e9).toFixed(1)} GB` : `${(value / 1e12).toFixed(1)} TB`;
}

function duration(seconds: number): string {
  if (seconds < 1) return `${(1000 * seconds).toFixed(seconds < 0.01 ? 1 : 0)} ms`;
  if (seconds < 120) return `${seconds.toFixed(0)} s`;
  if (seconds < 7200) return `${(seconds / 60).toFixed(0)} min`;
  return seconds < 172_800 ? `${(seconds / 3600).toFixed(0)} h` : `${(seconds / 86_400).toFixed(0)} d`;
}
