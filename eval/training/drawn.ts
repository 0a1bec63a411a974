import { createHash } from 'node:crypto';

/** Draws one of so many numbers for a text, from 0, the same whenever it is drawn. */
export function drawn(text: string, among: number): number {
  return createHash('sha256').update(text).digest().readUInt32BE() % among;
}
