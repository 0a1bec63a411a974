/** Weights rounded to what tells them apart, so that the file stays small and the same on any machine. */
const digits = 5;

export function rounded(values: Iterable<number>): number[] {
  return Array.from(values, (value) => Number(value.toPrecision(digits)));
}
