import type { Engine } from '../../lib/engine.ts';
import { processEngine } from '../../lib/process-engine.ts';
import { reported } from './respond.ts';

export { processEngine as engine };

/** The engine for a page, or what keeps it from opening, in words for whoever runs the site. */
export async function openedEngine(): Promise<{ engine: Engine } | { problem: string }> {
  try {
    return { engine: await processEngine() };
  } catch (error) {
    const { body, fault } = reported(error);
    if (fault === 'defect') throw error;
    return { problem: body.error.message };
  }
}
