import { z } from 'zod';

const spread = z.object({ p50: z.number(), p95: z.number(), p99: z.number(), cpu: z.number() });

/** Load average of the machine when a step began. */
const load = z.number();

/** What each step measures; times in milliseconds and memory in bytes unless said. */
export const ingestResult = z.object({
  load,
  episodes: z.number(),
  passages: z.number(),
  words: z.number(),
  dimensions: z.number(),
  seconds: z.number(),
  cpuSeconds: z.number(),
  addSeconds: z.number(),
  indexBytes: z.number(),
  peakMemory: z.number(),
});
export type IngestResult = Omit<z.infer<typeof ingestResult>, 'load'>;

export const askResult = z.object({
  load,
  coldOpen: z.number(),
  coldOpenCpu: z.number(),
  memory: z.number(),
  peakMemory: z.number(),
  questions: z.number(),
  search: spread,
  answer: spread,
});
export type AskResult = Omit<z.infer<typeof askResult>, 'load'>;

export const baselinesResult = z.object({
  load,
  vectorDriver: z.enum(['hnsw', 'exact']),
  /** Of the ten nearest passages, the share that is found. */
  recall: z.number(),
  vectors: spread,
  exact: spread,
  bm25: spread,
  textbook: spread,
  textbookSeconds: z.number(),
});
export type BaselinesResult = Omit<z.infer<typeof baselinesResult>, 'load'>;

/** Everything that is measured of one size. */
export interface Measured {
  ingest: z.infer<typeof ingestResult>;
  ask: z.infer<typeof askResult>;
  baselines: z.infer<typeof baselinesResult>;
}
