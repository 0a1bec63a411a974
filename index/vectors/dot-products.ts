/*
 * WebAssembly's 128-bit instructions compare vectors several times faster than JavaScript does; V8 has them on every
 * processor. The module is small enough to be written out: its numbers are those of the WebAssembly core specification.
 */
const i32 = 0x7f;
const v128 = 0x7b;
const get = (local: number): number[] => [0x20, local];
const set = (local: number): number[] => [0x21, local];
const tee = (local: number): number[] => [0x22, local];
const constant = (value: number): number[] => [0x41, value];
const add = 0x6a;
const lessThan = 0x49;
const repeat = (...body: number[]): number[] => [0x03, 0x40, ...body, 0x0d, 0x00, 0x0b];
const end = 0x0b;
/** Eight 8-bit integers from memory, each made one of 16 bits. */
const load8x8 = (offset: number): number[] => [0xfd, 0x01, 0x00, offset];
const load = (offset: number): number[] => [0xfd, 0x00, 0x00, offset];
/** Products of eight pairs of 16-bit integers, added two by two. */
const dot = [0xfd, 0xba, 0x01];
const addLanes = [0xfd, 0xae, 0x01];
const lane = (number: number): number[] => [0xfd, 0x1b, number];
const store = [0x36, 0x02, 0x00];

/** dot(row, query, end): the product of the 8-bit integers from `row` up to `end` with the 16-bit ones at `query`. */
const dotBody = [
  ...repeat(
    ...[...get(3), ...get(0), ...load8x8(0), ...get(1), ...load(0), ...dot, ...addLanes, ...set(3)],
    ...[...get(4), ...get(0), ...load8x8(8), ...get(1), ...load(16), ...dot, ...addLanes, ...set(4)],
    ...[...get(1), ...constant(32), add, ...set(1)],
    ...[...get(0), ...constant(16), add, ...tee(0), ...get(2), lessThan],
  ),
  ...[...get(3), ...get(4), ...addLanes, ...tee(3), ...lane(0), ...get(3), ...lane(1), add],
  ...[...get(3), ...lane(2), add, ...get(3), ...lane(3), add, end],
];

/** dots(row, query, end, width, out): a product for each row of `width` bytes up to `end`, written from `out` on. */
const dotsBody = [
  ...repeat(
    ...[...get(4), ...get(0), ...get(1), ...get(0), ...get(3), add, 0x10, 0x00, ...store],
    ...[...get(4), ...constant(4), add, ...set(4)],
    ...[...get(0), ...get(3), add, ...tee(0), ...get(2), lessThan],
  ),
  end,
];

/** From one page to all that there can be, shared with other threads. */
const sharedMemory = [0x03, 0x01, 0x80, 0x80, 0x04];

const sized = (bytes: readonly number[]): number[] => [...length(bytes.length), ...bytes];
/** Unsigned LEB128. */
const length = (value: number): number[] =>
  value < 128 ? [value] : [(value & 127) | 128, ...length(value >> 7)];
const section = (id: number, ...content: number[]): number[] => [id, ...sized(content)];
const named = (name: string): number[] => sized([...Buffer.from(name)]);

const module = new WebAssembly.Module(
  Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, 2, 0x60, 3, i32, i32, i32, 1, i32, 0x60, 5, i32, i32, i32, i32, i32, 0),
    ...section(2, 1, ...named('vectors'), ...named('memory'), 0x02, ...sharedMemory),
    ...section(3, 2, 0, 1),
    ...section(7, 2, ...named('dot'), 0x00, 0x00, ...named('dots'), 0x00, 0x01),
    ...section(10, 2, ...sized([1, 2, v128, ...dotBody]), ...sized([0, ...dotsBody])),
  ]),
);

export interface DotProducts {
  /** The product of the 8-bit integers from `row` up to `end` with the 16-bit ones at `query`; widths are multiples of 16. */
  dot(row: number, query: number, end: number): number;
  /** The same for each row of `width` bytes up to `end`, as 32-bit integers from `out` on. */
  dots(row: number, query: number, end: number, width: number, out: number): void;
}

/** Dot products of what lies in this memory; places are counted in bytes. */
export function dotProducts(memory: WebAssembly.Memory): DotProducts {
  return new WebAssembly.Instance(module, { vectors: { memory } }).exports as unknown as DotProducts;
}
