import type { Passage } from '../../ingest/passage.ts';
import { isFrom } from '../answer/citation.ts';
import type { Citation } from '../protocol.ts';
import type { Shelf } from '../shelf.ts';

/** Passages that a model is shown: enough to answer, few enough for a small model's context. */
const mostPassages = 10;

/**
 * The passages to write prose from: those that the answer in quotes cites, in its order, then the best of the rest.
 * `ranked` is what was retrieved, best first.
 */
export async function prosePassages(
  citations: readonly Citation[],
  ranked: readonly Passage[],
  shelf: Pick<Shelf, 'index'>,
): Promise<Passage[]> {
  const chosen: Passage[] = [];
  for (const citation of citations) {
    const passage = ranked.find((each) => isFrom(each, citation)) ?? (await passageOf(citation, shelf));
    if (passage) chosen.push(passage);
  }
  const distinct = new Map([...chosen, ...ranked].map((passage) => [keyOf(passage), passage]));
  return [...distinct.values()].slice(0, mostPassages);
}

async function passageOf(citation: Citation, { index }: Pick<Shelf, 'index'>): Promise<Passage | undefined> {
  const passages = await index.passages(await index.passageIds(citation.episode));
  return passages.find((passage) => isFrom(passage, citation));
}

function keyOf({ episode, position }: Passage): string {
  return `${episode}/${position}`;
}
