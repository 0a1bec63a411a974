import { setFlagsFromString } from 'node:v8';

/**
 * For a process that answers for long: lets the heap at most double between two collections. Left alone, V8 keeps up to
 * four times what is in use, since there is memory to have.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--heap-growing-percent=100');
}
