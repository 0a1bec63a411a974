import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { UserError } from '../../../ingest/user-error.ts';
import { log } from '../../../lib/log/process-log.ts';

/** Least time between two attempts, in milliseconds, for an index that cannot be mended. */
const leastPause = 60_000;

/**
 * What to tell errors to, so that an index that turns out to be damaged is built anew from its transcripts. A process
 * of its own does that, so that questions are answered meanwhile, as far as they can be; the new generation is found as
 * any other is.
 */
export function indexMender(program: string, signal: AbortSignal): (error: unknown) => void {
  let begun = -Infinity;
  let isAtWork = false;
  return (error) => {
    if (!(error instanceof UserError) || error.code !== 'index-damaged') return;
    if (isAtWork || signal.aborted || performance.now() - begun < leastPause) return;
    begun = performance.now();
    isAtWork = true;
    log().warn({ error }, 'building a damaged index anew');
    const child = spawn(process.execPath, [program, 'ingest'], { signal, stdio: 'ignore' });
    child.once('error', (cause) => {
      isAtWork = false;
      if (!signal.aborted) log().error({ error: cause }, 'the index could not be built anew');
    });
    child.once('exit', (code) => {
      isAtWork = false;
      if (code === 0) log().warn('the index was built anew');
      else if (!signal.aborted)
        log().error({ code }, 'the index could not be built anew: see `npm run doctor`');
    });
  };
}
