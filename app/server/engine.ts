import type { Engine } from '../../lib/engine.ts';
import { errorResponse } from '../../lib/error-response.ts';
import { processEngine } from '../../lib/process-engine.ts';

export { processEngine as engine };

/** The engine for a page, or what keeps it from opening, in words for whoever runs the site. */
export async function openedEngine(): Promise<{ engine: Engine } | { problem: string }> {
  try {
    return { engine: await processEngine() };
  } catch (error) {
    const { body, defect } = errorResponse(error);
    if (defect) throw error;
    return { problem: body.error.message };
  }
}
