import { decodePostings } from './postings.ts';
import type { PostingList, PostingsWriter } from './postings.ts';

/**
 * All posting lists of one view in one piece of memory: two 32-bit numbers (stems, bytes of their names), then for
 * each stem the number of its passages, then where each name and each list ends, then the names (UTF-8, in the order
 * of their bytes) and the lists.
 */
export function postingsFile(writer: PostingsWriter): Buffer[] {
  const entries = [...writer.encoded()];
  const nameEnds = new Uint32Array(entries.length);
  const listEnds = new Uint32Array(entries.length);
  let names = 0;
  let lists = 0;
  entries.forEach(({ stem, bytes }, i) => {
    nameEnds[i] = names += stem.length;
    listEnds[i] = lists += bytes.length;
  });
  if (lists > 0xffffffff) throw new RangeError('posting lists of more than 4 GB do not fit one file');
  const lengths = Uint32Array.from(entries, ({ length }) => length);
  return [
    ...[Uint32Array.of(entries.length, names), lengths, nameEnds, listEnds].map((array) =>
      Buffer.from(array.buffer),
    ),
    Buffer.concat(entries.map(({ stem }) => stem)),
    Buffer.concat(entries.map(({ bytes }) => bytes)),
  ];
}

/** Looks stems up in what `postingsFile` made. */
export class PostingsReader {
  private readonly lengths: Uint32Array;
  private readonly nameEnds: Uint32Array;
  private readonly listEnds: Uint32Array;
  private readonly names: Buffer;
  private readonly lists: Buffer;

  /** Throws `RangeError` where the parts do not fit together. */
  constructor(file: Buffer) {
    const bytes = file.byteOffset % 4 === 0 ? file : Buffer.from(new Uint8Array(file).buffer);
    const numbers = new Uint32Array(bytes.buffer, bytes.byteOffset, Math.floor(bytes.length / 4));
    const [stems = 0, names = 0] = numbers;
    this.lengths = numbers.subarray(2, 2 + stems);
    this.nameEnds = numbers.subarray(2 + stems, 2 + 2 * stems);
    this.listEnds = numbers.subarray(2 + 2 * stems, 2 + 3 * stems);
    const namesAt = 8 + 12 * stems;
    this.names = bytes.subarray(namesAt, namesAt + names);
    this.lists = bytes.subarray(namesAt + names);
    if (this.lists.length !== (this.listEnds.at(-1) ?? 0)) {
      throw new RangeError(`posting lists of ${this.lists.length} bytes are not what their directory says`);
    }
  }

  /** The postings of a stem, or null where no passage holds it. */
  find(stem: string): PostingList | null {
    const at = this.position(Buffer.from(stem));
    if (at === null) return null;
    return decodePostings(
      this.lists.subarray(this.listEnds[at - 1] ?? 0, this.listEnds[at]),
      this.lengths[at] ?? 0,
    );
  }

  private position(name: Buffer): number | null {
    let low = 0;
    let high = this.lengths.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const order = this.names.compare(
        name,
        0,
        name.length,
        this.nameEnds[middle - 1] ?? 0,
        this.nameEnds[middle],
      );
      if (order === 0) return middle;
      if (order < 0) low = middle + 1;
      else high = middle - 1;
    }
    return null;
  }
}
