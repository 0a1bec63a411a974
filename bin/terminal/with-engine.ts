import { loadConfig } from '../../lib/config.ts';
import type { Engine } from '../../lib/engine.ts';
import { openFreshEngine } from '../../lib/open-fresh-engine.ts';
import { showProgress } from './index-progress.ts';
import type { Terminal } from './terminal.ts';

/** Opens the engine for a command, and closes it when the work is done; the index is built first where it has to be. */
export async function withEngine<T>(
  { terminal, signal }: { terminal: Terminal; signal: AbortSignal },
  work: (engine: Engine) => Promise<T>,
): Promise<T> {
  const { onProgress, done } = showProgress(terminal.errors);
  const engine = await openFreshEngine(loadConfig(), { onProgress, signal }).finally(done);
  try {
    return await work(engine);
  } finally {
    await engine.close();
  }
}
