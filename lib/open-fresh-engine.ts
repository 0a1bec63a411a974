import { UserError } from '../ingest/user-error.ts';
import { buildShelf } from './build-shelf.ts';
import type { BuildShelfOptions } from './build-shelf.ts';
import type { Config } from './config.ts';
import type { Engine } from './engine.ts';
import { openEngine } from './open-engine.ts';
import type { EngineOptions } from './open-engine.ts';

/**
 * Opens the engine over an index that is up to date: it is built first where there is none, where it is stale and where
 * a file of it is damaged. While another build is at work, the index that is live answers. Throws as `buildShelf` and
 * `openEngine` do.
 */
export async function openFreshEngine(
  config: Config,
  options: BuildShelfOptions & EngineOptions = {},
): Promise<Engine> {
  if (config.database) return openSharedEngine(config, options);
  const busy = await buildShelf(config, options).then(
    () => null,
    (error: unknown) => {
      if (error instanceof UserError && error.code === 'index-busy') return error;
      throw error;
    },
  );
  try {
    return await openEngine(config, options);
  } catch (error) {
    if (!(error instanceof UserError) || !error.code.startsWith('index-')) throw error;
    if (busy) throw busy;
    await buildShelf(config, { ...options, verify: true });
    return openEngine(config, options);
  }
}

/**
 * An index in a database is there for others too, whose transcripts may not be here: only `ingest` changes it, and only
 * where there is none at all it is built for the first who needs it.
 */
async function openSharedEngine(config: Config, options: BuildShelfOptions & EngineOptions): Promise<Engine> {
  try {
    return await openEngine(config, options);
  } catch (error) {
    if (!(error instanceof UserError) || error.code !== 'index-missing') throw error;
    await buildShelf(config, options);
    return openEngine(config, options);
  }
}
