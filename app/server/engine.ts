export { processEngine as engine } from '../../lib/process-engine.ts';
