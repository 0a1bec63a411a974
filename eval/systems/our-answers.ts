import type { Engine } from '../../lib/engine.ts';
import type { System } from './system.ts';

/** The whole product: what `ask` answers, and the passages that it says it found. */
export function ourAnswers(name: string, engine: Engine): System {
  return {
    name,
    async ask({ question, context, filters }) {
      const answer = await engine.answer({ question, context, filters });
      return { retrieved: answer.retrieved, answer };
    },
  };
}
