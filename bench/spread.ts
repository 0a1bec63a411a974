import { performance } from 'node:perf_hooks';

/** Milliseconds that half, 95 and 99 of a hundred took at most. */
export interface Spread {
  p50: number;
  p95: number;
  p99: number;
  /** Of the processor, on average: what it takes where nothing else runs. */
  cpu: number;
}

/** The times of doing something for each item, one after the other, after a few that do not count. */
export async function timesOf<T>(items: readonly T[], work: (item: T) => unknown): Promise<Spread> {
  for (const item of items.slice(0, 10)) await work(item);
  const times: number[] = [];
  const cpu = cpuMilliseconds();
  for (const item of items) {
    const before = performance.now();
    await work(item);
    times.push(performance.now() - before);
  }
  return { ...spreadOf(times), cpu: (cpuMilliseconds() - cpu) / Math.max(items.length, 1) };
}

/** By nearest rank. */
export function spreadOf(times: readonly number[]): Omit<Spread, 'cpu'> {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

/** How long something took, by the clock and of the processor. */
export async function secondsOf<T>(
  work: () => Promise<T>,
): Promise<{ seconds: number; cpuSeconds: number; result: T }> {
  const before = performance.now();
  const cpu = cpuMilliseconds();
  const result = await work();
  return {
    seconds: (performance.now() - before) / 1000,
    cpuSeconds: (cpuMilliseconds() - cpu) / 1000,
    result,
  };
}

function cpuMilliseconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
