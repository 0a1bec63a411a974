/** Where a stem occurs: the passages that hold it, ascending, and how often each does. */
export interface PostingList {
  passages: Uint32Array;
  counts: Uint32Array;
}

interface OpenList {
  /** Passages that hold the stem. */
  length: number;
  last: number;
  bytes: Uint8Array;
  used: number;
}

/** Collects where stems occur, passage by passage in ascending order. */
export class PostingsWriter {
  private readonly lists = new Map<string, OpenList>();

  add(passage: number, stems: readonly string[]): void {
    const counts = new Map<string, number>();
    for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
    for (const [stem, count] of counts) {
      const list = this.lists.get(stem) ?? this.open(stem);
      // A gap's lowest bit says that the count is 1, as it mostly is, and does not follow.
      const gap = passage - list.last;
      append(list, gap * 2 + (count === 1 ? 1 : 0));
      if (count > 1) append(list, count);
      list.last = passage;
      list.length++;
    }
  }

  private open(stem: string): OpenList {
    const list = { length: 0, last: 0, bytes: new Uint8Array(4), used: 0 };
    this.lists.set(stem, list);
    return list;
  }

  /** Each stem, in the order of its UTF-8 bytes, with its encoded list. */
  *encoded(): Generator<{ stem: Buffer; length: number; bytes: Uint8Array }> {
    const stems = [...this.lists].map(([stem, list]) => ({ stem: Buffer.from(stem), list }));
    stems.sort((a, b) => Buffer.compare(a.stem, b.stem));
    for (const { stem, list } of stems) {
      yield { stem, length: list.length, bytes: list.bytes.subarray(0, list.used) };
    }
  }
}

/** Appends a whole number in groups of seven bits, the lowest first, each but the last marked by its eighth. */
function append(list: OpenList, value: number): void {
  if (list.used + 8 > list.bytes.length) {
    const larger = new Uint8Array(list.bytes.length * 2 + 8);
    larger.set(list.bytes);
    list.bytes = larger;
  }
  let rest = value;
  while (rest > 127) {
    list.bytes[list.used++] = (rest % 128) | 128;
    rest = Math.floor(rest / 128);
  }
  list.bytes[list.used++] = rest;
}

/** Reads what `PostingsWriter` encoded. Throws `RangeError` where it holds another number of passages. */
export function decodePostings(bytes: Uint8Array, length: number): PostingList {
  const passages = new Uint32Array(length);
  const counts = new Uint32Array(length);
  let at = 0;
  let passage = 0;
  const next = (): number => {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = bytes[at++];
      if (byte === undefined) throw new RangeError(`a list of ${length} postings ends early`);
      if (byte < 128) return value + byte * scale;
      value += (byte & 127) * scale;
    }
  };
  for (let i = 0; i < length; i++) {
    const gap = next();
    passage += Math.floor(gap / 2);
    passages[i] = passage;
    counts[i] = gap % 2 === 1 ? 1 : next();
  }
  if (at !== bytes.length) throw new RangeError(`a list of ${length} postings goes on after its end`);
  return { passages, counts };
}
