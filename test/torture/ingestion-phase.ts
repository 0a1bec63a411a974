import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** How far a build has come, in this order. */
export const phases = [
  'before it built',
  'as it began to build',
  'embedding',
  'writing files',
  'verifying',
  'before the switch',
  'after the switch',
] as const;
export type Phase = (typeof phases)[number];

/** An empty log of vectors has one line. */
const longestHeading = 256;

/** How far the build of an index has come, by the files that are there; `current` is what was live before it. */
export function phaseOf(index: string, current: string): Phase {
  if (readFileSync(path.join(index, 'current'), 'utf8') !== current) return 'after the switch';
  const names = readdirSync(index);
  const building = names.find((name) => name.startsWith('building-'));
  if (building !== undefined) {
    const written = readdirSync(path.join(index, building));
    if (written.includes('manifest.json')) return 'verifying';
    if (written.length > 0) return 'writing files';
    const log = path.join(index, 'embeddings.log');
    return existsSync(log) && statSync(log).size > longestHeading ? 'embedding' : 'as it began to build';
  }
  if (names.filter((name) => /^\d{8}t/.test(name)).length > 1) return 'before the switch';
  return names.includes('build.pid') ? 'as it began to build' : 'before it built';
}

/** Whether a build has come as far as this phase, or farther; false where its files change while they are looked at. */
export function hasReached(phase: Phase, index: string, current: string): boolean {
  try {
    return phases.indexOf(phaseOf(index, current)) >= phases.indexOf(phase);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}
