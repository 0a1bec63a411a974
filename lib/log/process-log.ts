import { AsyncLocalStorage } from 'node:async_hooks';
import type { Logger } from 'pino';
import { loadConfig } from '../config.ts';
import { openLog } from './open-log.ts';

/** Next bundles each route apart, so that a module's variable is not one in the process: this is. */
const key = Symbol.for('underdog-answers.log');
interface ProcessLog {
  log: Logger;
  request: AsyncLocalStorage<Logger>;
}
type Holder = typeof globalThis & { [key]?: ProcessLog };

/** The log of this process, on standard error; within a request its lines carry the request's id. */
export function log(): Logger {
  const { log: whole, request } = processLog();
  return request.getStore() ?? whole;
}

/** Does something for a request, and has all that is logged meanwhile carry its id. */
export function inRequest<T>(requestId: string, work: () => T): T {
  const { log: whole, request } = processLog();
  return request.run(whole.child({ requestId }), work);
}

function processLog(): ProcessLog {
  const holder: Holder = globalThis;
  holder[key] ??= openProcessLog();
  return holder[key];
}

function openProcessLog(): ProcessLog {
  const { log: settings, gate, languageModel } = loadConfig();
  const secrets = [gate.accessToken, languageModel?.apiKey].filter((secret) => secret != null);
  return { log: openLog(settings, secrets, process.stderr), request: new AsyncLocalStorage() };
}
