import { loadConfig } from '../../lib/config.ts';
import type { Engine } from '../../lib/engine.ts';
import { openEngine } from '../../lib/open-engine.ts';

/** Under this key the process keeps its one engine: Next bundles each route apart, so a module is no singleton. */
const key = Symbol.for('underdog-answers.engine');
type Holder = typeof globalThis & { [key]?: Promise<Engine> | undefined };

/**
 * The engine of this process, opened at first use. A failed opening is not kept: the next request tries again, so that
 * a missing index can be built while the server runs.
 */
export async function engine(): Promise<Engine> {
  const holder: Holder = globalThis;
  holder[key] ??= openEngine(loadConfig());
  const opening = holder[key];
  try {
    return await opening;
  } catch (error) {
    if (holder[key] === opening) holder[key] = undefined;
    throw error;
  }
}
