import { createHash } from 'node:crypto';

export const hashBytes = 16;

/** What a text's vector is found by again: its SHA-256, cut short. */
export function textHash(text: string): Buffer {
  return createHash('sha256').update(text).digest().subarray(0, hashBytes);
}
