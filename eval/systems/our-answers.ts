import type { Engine } from '../../lib/engine.ts';
import type { System } from './system.ts';

/** The whole product: what `ask` answers, and the passages that it says it found. */
export function ourAnswers(name: string, engine: Engine): System {
  return {
    name,
    async ask({ question, context }) {
      const answer = await engine.answer({ question, context });
      return { retrieved: answer.retrieved, answer };
    },
  };
}
