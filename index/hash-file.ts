import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { readInThread } from './hash-thread.ts';

/** What is read and hashed at a time: little enough that others get their turn in between. */
const pieceBytes = 1 << 20;
/** Pieces that are read while one is hashed, so that reading goes on while the thread has other things to do. */
const piecesAhead = 16;

/** The length of a file and the SHA-256 of its content, in hex. Throws as the file system does. */
export async function describeFile(file: string): Promise<{ bytes: number; sha256: string }> {
  return withFile(file, async (handle, bytes) => {
    const rooms = Array.from(
      { length: Math.min(piecesAhead, Math.ceil(bytes / pieceBytes)) },
      () => new Uint8Array(Math.min(bytes, pieceBytes)),
    );
    const pieces = Array.from({ length: Math.ceil(bytes / pieceBytes) }, (_, i) =>
      (rooms[i % rooms.length] ?? noBytes).subarray(0, bytes - i * pieceBytes),
    );
    return { bytes, sha256: await hashPieces(handle, pieces) };
  });
}

/**
 * Fills memory with the content of a file; shared memory of some size in a thread of its own. Where the file is of
 * another length, nothing is read and the hash is null. Throws as the file system does.
 */
export async function readInto(
  file: string,
  room: Uint8Array,
): Promise<{ bytes: number; sha256: string | null }> {
  return withFile(file, async (handle, bytes) => {
    if (room.length !== bytes) return { bytes, sha256: null };
    const sha256 =
      isShared(room) && bytes >= worthThread
        ? await readInThread(handle.fd, room)
        : await hashPieces(handle, cut(room));
    return { bytes, sha256 };
  });
}

function isShared(room: Uint8Array): room is Uint8Array<SharedArrayBuffer> {
  return room.buffer instanceof SharedArrayBuffer;
}

async function withFile<T>(
  file: string,
  work: (handle: FileHandle, bytes: number) => Promise<T>,
): Promise<T> {
  const handle = await open(file, 'r');
  try {
    return await work(handle, (await handle.stat()).size);
  } finally {
    await handle.close();
  }
}

/** To start a thread takes as long as to read and hash about so much. */
const worthThread = 8 << 20;

const noBytes = new Uint8Array(0);

function cut(room: Uint8Array): Uint8Array[] {
  return Array.from({ length: Math.ceil(room.length / pieceBytes) }, (_, i) =>
    room.subarray(i * pieceBytes, (i + 1) * pieceBytes),
  );
}

/** Reads piece after piece; a piece may lie where one lies that stands `piecesAhead` before it. */
async function hashPieces(handle: FileHandle, pieces: readonly Uint8Array[]): Promise<string> {
  const hash = createHash('sha256');
  const starts: number[] = [];
  pieces.reduce((from, { length }) => {
    starts.push(from);
    return from + length;
  }, 0);
  const read = (at: number): Promise<PromiseSettledResult<void>[]> =>
    Promise.allSettled([fill(handle, pieces[at] ?? noBytes, starts[at] ?? 0)]);
  const reading = pieces.slice(0, piecesAhead).map((_, at) => read(at));
  try {
    for (const [at, piece] of pieces.entries()) {
      const [outcome] = (await reading[at]) ?? [];
      if (outcome?.status === 'rejected') throw outcome.reason;
      hash.update(piece);
      if (at + piecesAhead < pieces.length) reading.push(read(at + piecesAhead));
    }
  } finally {
    // The file must stay open until nobody reads it any more.
    await Promise.all(reading);
  }
  return hash.digest('hex');
}

async function fill(handle: FileHandle, piece: Uint8Array, from: number): Promise<void> {
  for (let done = 0; done < piece.length;) {
    const { bytesRead } = await handle.read(piece, done, piece.length - done, from + done);
    if (bytesRead === 0) throw new RangeError(`a file ends ${piece.length - done} bytes before its length`);
    done += bytesRead;
  }
}
