import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';

const inflate = promisify(inflateRaw);

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const localEntry = 0x04034b50;
const stored = 0;
const deflated = 8;

interface Limits {
  /** Of all entries together, unpacked. */
  bytes: number;
  entries: number;
}

/**
 * The entries of a ZIP file (APPNOTE 6.3) by name, unpacked, but never beyond the limits, whatever sizes the file
 * claims. Throws `RangeError` where it is beyond them, no whole ZIP file, or packed in an unusual way.
 */
export async function unzip(bytes: Uint8Array, limits: Limits): Promise<Map<string, Buffer>> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = new Map<string, Buffer>();
  const { count, start } = directoryOf(buffer);
  if (count > limits.entries) throw new RangeError(`It has ${count} entries.`);
  let left = limits.bytes;
  let at = start;
  for (let n = 0; n < count; n++) {
    if (buffer.readUInt32LE(at) !== directoryEntry) throw new RangeError('Its directory is damaged.');
    const nameLength = buffer.readUInt16LE(at + 28);
    const name = buffer.toString('utf8', at + 46, at + 46 + nameLength);
    const content = await unpack(buffer, at, left);
    left -= content.length;
    if (entries.has(name)) throw new RangeError(`It holds ${JSON.stringify(name)} twice.`);
    entries.set(name, content);
    at += 46 + nameLength + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32);
  }
  return entries;
}

function directoryOf(buffer: Buffer): { count: number; start: number } {
  const mark = Buffer.alloc(4);
  mark.writeUInt32LE(endOfDirectory);
  const end = buffer.lastIndexOf(mark);
  if (end < 0) throw new RangeError('It ends too early.');
  return { count: buffer.readUInt16LE(end + 10), start: buffer.readUInt32LE(end + 16) };
}

async function unpack(buffer: Buffer, entry: number, most: number): Promise<Buffer> {
  const method = buffer.readUInt16LE(entry + 10);
  const size = buffer.readUInt32LE(entry + 20);
  const local = buffer.readUInt32LE(entry + 42);
  if (buffer.readUInt32LE(local) !== localEntry) throw new RangeError('An entry is damaged.');
  const start = local + 30 + buffer.readUInt16LE(local + 26) + buffer.readUInt16LE(local + 28);
  const packed = buffer.subarray(start, start + size);
  if (packed.length !== size) throw new RangeError('An entry ends too early.');
  if (method !== stored && method !== deflated)
    throw new RangeError(`An entry is packed by method ${method}.`);
  if (method === stored ? size > most : most <= 0) throw new RangeError('It unpacks to too much.');
  return method === stored ? packed : inflateWithin(packed, most);
}

async function inflateWithin(packed: Buffer, most: number): Promise<Buffer> {
  try {
    return await inflate(packed, { maxOutputLength: most });
  } catch (cause) {
    const isTooLarge = cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE';
    throw new RangeError(isTooLarge ? 'It unpacks to too much.' : 'An entry is damaged.', { cause });
  }
}
