import { z } from 'zod';

const spread = z.object({ p50: z.number(), p95: z.number(), p99: z.number(), cpu: z.number() });

/** What each step measures; times in milliseconds and memory in bytes unless said. */
export const ingestResult = z.object({
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
export type IngestResult = z.infer<typeof ingestResult>;

export const askResult = z.object({
  coldOpen: z.number(),
  coldOpenCpu: z.number(),
  memory: z.number(),
  peakMemory: z.number(),
  questions: z.number(),
  search: spread,
  answer: spread,
});
export type AskResult = z.infer<typeof askResult>;

export const baselinesResult = z.object({
  vectorDriver: z.enum(['hnsw', 'exact']),
  /** Of the ten nearest passages, the share that is found. */
  recall: z.number(),
  vectors: spread,
  exact: spread,
  bm25: spread,
  textbook: spread,
  textbookSeconds: z.number(),
});
export type BaselinesResult = z.infer<typeof baselinesResult>;

/** Everything that is measured of one size. */
export interface Measured {
  /** Load average of the machine when it began. */
  load: number;
  ingest: IngestResult;
  ask: AskResult;
  baselines: BaselinesResult;
}
