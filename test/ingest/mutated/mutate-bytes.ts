import { below, oneOf } from '../../../eval/random-numbers.ts';
import type { Random } from '../../../eval/random-numbers.ts';

const newline = 0x0a;

/** Damages a file in one way, and says in which. */
export function mutateBytes(whole: Uint8Array, random: Random): { bytes: Buffer; how: string } {
  const bytes = Buffer.from(whole);
  const way = oneOf(
    ['flips', 'flips', 'line dropped', 'line doubled', 'cut off', 'piece dropped', 'piece doubled'] as const,
    random,
  );
  switch (way) {
    case 'flips': {
      const flips = 1 + below(4, random);
      for (let flip = 0; flip < flips; flip++) {
        const at = below(bytes.length, random);
        bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << below(8, random)), at);
      }
      return { bytes, how: `${flips} bits flipped` };
    }
    case 'cut off':
      return { bytes: bytes.subarray(0, 1 + below(bytes.length, random)), how: 'the end cut off' };
    case 'line dropped':
    case 'line doubled': {
      const at = below(bytes.length, random);
      const start = bytes.lastIndexOf(newline, Math.max(0, at - 1)) + 1;
      const end = bytes.indexOf(newline, at) + 1 || bytes.length;
      return { bytes: spliced(bytes, start, end, way === 'line doubled' ? 2 : 0), how: `a ${way}` };
    }
    case 'piece dropped':
    case 'piece doubled': {
      const start = below(bytes.length, random);
      const end = start + 1 + below(Math.min(200, bytes.length - start), random);
      return { bytes: spliced(bytes, start, end, way === 'piece doubled' ? 2 : 0), how: `a ${way}` };
    }
  }
}

/** The bytes with a stretch of them so many times. */
function spliced(bytes: Buffer, start: number, end: number, times: number): Buffer {
  const piece = bytes.subarray(start, end);
  return Buffer.concat([
    bytes.subarray(0, start),
    ...Array.from({ length: times }, () => piece),
    bytes.subarray(end),
  ]);
}
