import { afterAll, beforeAll } from 'vitest';
import type { Engine } from '../../../lib/engine.ts';
import { openEngine } from '../../../lib/open-engine.ts';
import type { Answer, Filters } from '../../../lib/protocol.ts';
import { realShelfConfig } from '../shelf-fixtures.ts';

/** An engine over the real shelf, opened for the tests of a file. */
export function useAnswers(): {
  engine: () => Engine;
  ask: (question: string, context?: string[], filters?: Filters) => Promise<Answer>;
} {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openEngine(await realShelfConfig());
  });
  afterAll(() => engine.close());
  return {
    engine: () => engine,
    ask: (question, context, filters) => engine.answer({ question, context, filters }),
  };
}

export const textOf = ({ blocks }: Answer): string => blocks.map(({ text }) => text).join('\n');

export const speakersOf = ({ citations }: Answer): string[] => [
  ...new Set(citations.map(({ speaker }) => speaker)),
];
