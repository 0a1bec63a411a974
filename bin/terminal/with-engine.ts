import { UserError } from '../../ingest/user-error.ts';
import { loadConfig } from '../../lib/config.ts';
import type { Engine } from '../../lib/engine.ts';
import { openFreshEngine } from '../../lib/open-fresh-engine.ts';
import { showProgress } from './index-progress.ts';
import type { Terminal } from './terminal.ts';

interface Context {
  terminal: Terminal;
  signal: AbortSignal;
}

/**
 * Opens the engine for a command, and closes it when the work is done; the index is built first where it has to be.
 * Damage that only the work finds is mended, and the work begun again: it must write nothing before it has succeeded.
 */
export async function withEngine<T>(context: Context, work: (engine: Engine) => Promise<T>): Promise<T> {
  try {
    return await onEngine(context, work, false);
  } catch (error) {
    if (!(error instanceof UserError) || error.code !== 'index-damaged') throw error;
    return onEngine(context, work, true);
  }
}

async function onEngine<T>(
  { terminal, signal }: Context,
  work: (engine: Engine) => Promise<T>,
  verify: boolean,
): Promise<T> {
  const { onProgress, done } = showProgress(terminal.errors);
  const engine = await openFreshEngine(loadConfig(), { onProgress, signal, verify }).finally(done);
  try {
    return await work(engine);
  } finally {
    await engine.close();
  }
}
