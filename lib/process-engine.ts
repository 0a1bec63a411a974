import { loadConfig } from './config.ts';
import type { Engine } from './engine.ts';
import { loggedEngine, logProblem } from './log/engine-log.ts';
import { openEngine } from './open-engine.ts';

/** Next bundles each route apart, so that a module's variable is not one in the process: this is. */
const key = Symbol.for('underdog-answers.engine');
type Holder = typeof globalThis & { [key]?: Promise<Engine> | undefined };

/**
 * The engine of this process, opened at first use. A failed opening is not kept: the next request tries again, so that
 * a missing index can be built while the server runs.
 */
export async function processEngine(): Promise<Engine> {
  const holder: Holder = globalThis;
  holder[key] ??= openLogged();
  const opening = holder[key];
  try {
    return await opening;
  } catch (error) {
    if (holder[key] === opening) holder[key] = undefined;
    throw error;
  }
}

/** Makes an engine that is open already the one of this process; `null` takes it away. */
export function setProcessEngine(engine: Engine | null): void {
  const holder: Holder = globalThis;
  holder[key] = engine === null ? undefined : Promise.resolve(engine);
}

async function openLogged(): Promise<Engine> {
  const config = loadConfig();
  return loggedEngine(await openEngine(config, { onProblem: logProblem }), config.log);
}
