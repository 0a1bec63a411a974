import { keepHeapSmall } from '../lib/keep-heap-small.ts';
import { openEngine } from '../lib/open-engine.ts';
import { configOf } from './corpus.ts';
import { keptQuestions } from './questions.ts';
import type { AskResult } from './results.ts';
import { secondsOf, timesOf } from './spread.ts';

/** Opens a size as a server does, and asks it one question after the other. */
export async function ask(folder: string): Promise<AskResult> {
  keepHeapSmall();
  const config = { ...configOf(folder), languageModel: null };
  const questions = await keptQuestions(folder);
  const open = await secondsOf(async () => {
    const engine = await openEngine(config);
    await engine.episodes();
    return engine;
  });
  const engine = open.result;
  try {
    const search = await timesOf(questions, (question) => engine.search(question));
    const answer = await timesOf(questions, (question) => engine.answer({ question }));
    return {
      coldOpen: 1000 * open.seconds,
      coldOpenCpu: 1000 * open.cpuSeconds,
      memory: process.memoryUsage().rss,
      peakMemory: process.resourceUsage().maxRSS * 1024,
      questions: questions.length,
      search,
      answer,
    };
  } finally {
    await engine.close();
  }
}
