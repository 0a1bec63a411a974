import type { Passage } from '../../ingest/passage.ts';

/** Whether it is the host's question, which is near to the same one asked by the user, and answers nothing. */
export function asksSomething({ role, text }: Pick<Passage, 'role' | 'text'>): boolean {
  return role === 'host' && text.trimEnd().endsWith('?');
}
