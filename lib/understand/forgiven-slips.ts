/** How many slips of the finger a word of this length may hold and still be meant. */
export function forgivenSlips(length: number): number {
  if (length < 4) return 0;
  return length < 6 ? 1 : 2;
}
