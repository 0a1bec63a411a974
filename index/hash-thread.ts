import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';

/** Written out, since a bundle has no file for a thread to start with. */
const program = `
  const { createHash } = require('node:crypto');
  const { readSync } = require('node:fs');
  const { parentPort, workerData } = require('node:worker_threads');
  const { descriptor, room, pieceBytes } = workerData;
  const hash = createHash('sha256');
  for (let at = 0; at < room.length; ) {
    const read = readSync(descriptor, room, at, Math.min(pieceBytes, room.length - at), at);
    if (read === 0) throw new RangeError('a file ends ' + (room.length - at) + ' bytes before its length');
    hash.update(room.subarray(at, at + read));
    at += read;
  }
  parentPort.postMessage(hash.digest('hex'));
`;

/** What is read at a time, while it is still in the processor's cache when it is hashed. */
const pieceBytes = 1 << 20;

/**
 * Fills shared memory from a file that is open, in a thread of its own: others get their turn meanwhile, and a second
 * core its work. Returns the SHA-256 of what was read, in hex. Throws as the file system does.
 */
export async function readInThread(descriptor: number, room: Uint8Array<SharedArrayBuffer>): Promise<string> {
  const worker = new Worker(program, {
    eval: true,
    execArgv: [],
    workerData: { descriptor, room, pieceBytes },
  });
  return z.tuple([z.string()]).parse(await once(worker, 'message'))[0];
}
