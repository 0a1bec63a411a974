import { ObservedEngine } from '../observed-engine.ts';
import type { EngineObserver } from '../observed-engine.ts';
import type { Engine } from '../engine.ts';
import type { LogSettings } from './log-variables.ts';
import { log } from './process-log.ts';

/** The engine as the site uses it: what it is asked is logged where the settings say so, and errors are told of. */
export function loggedEngine(
  engine: Engine,
  { questions }: LogSettings,
  onError?: EngineObserver['onError'],
): Engine {
  const onQuestion = (question: string): void => {
    log().info({ question }, 'question');
  };
  return new ObservedEngine(engine, { onError, onQuestion: questions ? onQuestion : undefined });
}

/** Logs what went wrong without stopping an answer. */
export function logProblem(error: Error): void {
  log().warn({ error }, 'problem');
}
