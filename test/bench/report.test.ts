import { cp, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { capacityTable } from '../../bench/capacity.ts';
import { chart } from '../../bench/chart.ts';
import { keepResult, keptResults } from '../../bench/kept-results.ts';
import { writeReport } from '../../bench/report.ts';
import type { Measured } from '../../bench/results.ts';
import { spreadOf } from '../../bench/spread.ts';
import { temporaryFolder } from '../index/temporary-folder.ts';

const spread = (p50: number): Measured['ask']['search'] => ({ p50, p95: 2 * p50, p99: 3 * p50, cpu: p50 });

/** A size at which a passage takes 4000 bytes on disk, 1000 in memory, and 2 ms to index. */
function measured(passages: number): Measured {
  return {
    ingest: {
      load: 0.5,
      episodes: passages / 100,
      passages,
      words: 65 * passages,
      dimensions: 512,
      seconds: passages * 0.005,
      cpuSeconds: passages * 0.002,
      addSeconds: 1,
      indexBytes: 4000 * passages,
      peakMemory: 1e9,
    },
    ask: {
      load: 0.5,
      coldOpen: 100,
      coldOpenCpu: 90,
      memory: 2e8 + 1000 * passages,
      peakMemory: 3e8,
      questions: 300,
      search: spread(10),
      answer: spread(20),
    },
    baselines: {
      load: 0.5,
      vectorDriver: 'hnsw',
      recall: 0.997,
      vectors: spread(1),
      exact: spread(passages / 1000),
      bm25: spread(2),
      textbook: spread(passages / 900),
      textbookSeconds: 5,
    },
  };
}

describe('the bench', () => {
  it('tells what half, 95 and 99 of a hundred took at most', () => {
    const times = Array.from({ length: 200 }, (_, i) => 200 - i);
    expect(spreadOf(times)).toEqual({ p50: 100, p95: 190, p99: 198 });
    expect(spreadOf([7])).toEqual({ p50: 7, p95: 7, p99: 7 });
  });

  it('computes what sizes take that were not measured', () => {
    const table = capacityTable([measured(1000), measured(100_000)]);
    expect(table).toContain(
      '4000 bytes on disk, 1000 bytes of memory, 2.00 ms of the processor to index and 1.00 µs to compare',
    );
    const row = (size: string): string[] =>
      (table.split('\n').find((line) => line.includes(`| ${size} |`) || line.includes(` ${size} |`)) ?? '')
        .split('|')
        .map((cell) => cell.trim());
    expect(row('100,000').slice(1, 6)).toEqual(['100,000', '400 MB', '300 MB', '3 min', '100 ms']);
    expect(row('100,000,000').slice(1, 7)).toEqual([
      '100,000,000',
      '400.0 GB',
      '100.2 GB',
      '2 d',
      '100 s',
      'PostgreSQL, shelves on several servers',
    ]);
  });

  it('draws a line for each that was measured, all on the page', () => {
    const drawing = chart([measured(1000), measured(10_000), measured(100_000)]);
    const lines = [...drawing.matchAll(/<polyline points="([^"]+)"/g)].map(([, points = '']) =>
      points.split(' '),
    );
    expect(lines).toHaveLength(6);
    for (const point of lines.flat()) {
      const [x = -1, y = -1] = point.split(',').map(Number);
      expect(x >= 64 && x <= 570 && y >= 24 && y <= 352, point).toBe(true);
    }
  });

  it('merges sizes that were measured one at a time, once all steps of them are', async () => {
    const folder = await temporaryFolder();
    const keep = async (size: string, { ingest, ask, baselines }: Measured): Promise<void> => {
      await mkdir(path.join(folder, size));
      await keepResult(path.join(folder, size), 'ingest', ingest);
      await keepResult(path.join(folder, size), 'ask', ask);
      if (size !== '10') await keepResult(path.join(folder, size), 'baselines', baselines);
    };
    await keep('1000', measured(100_000));
    await keep('100', measured(10_000));
    await keep('10', measured(1000));
    expect(await keptResults(folder)).toEqual([measured(10_000), measured(100_000)]);
    await keepResult(path.join(folder, '10'), 'baselines', measured(1000).baselines);
    expect((await keptResults(folder)).map(({ ingest }) => ingest.passages)).toEqual([1000, 10_000, 100_000]);
  });

  it('writes between the markers of the documents, and nothing else', async () => {
    const folder = await temporaryFolder();
    for (const name of ['performance.md', 'scaling.md'])
      await cp(path.join('docs', name), path.join(folder, name));
    await writeReport([measured(1000)], 'a machine', folder);
    const once = await readFile(path.join(folder, 'performance.md'), 'utf8');
    expect(once).toMatch(/^# Performance/);
    expect(once).toMatch(/\| passages +\| +1,000 \|/);
    expect(once).toMatch(/\| \*\*answer, p50 \/ p95 \/ p99 ms\*\* +\| +20 \/ 40 \/ 60 \|/);
    await writeReport([measured(1000)], 'a machine', folder);
    expect(await readFile(path.join(folder, 'performance.md'), 'utf8')).toBe(once);
    expect(await readFile(path.join(folder, 'performance.svg'), 'utf8')).toMatch(/^<svg /);
  });
});
