import type { Embedder } from '../../index/embedder.ts';
import type { IndexedPassage } from '../../index/passage-index.ts';
import { candidatesFor } from '../../lib/retrieve/candidates.ts';
import { retrieve } from '../../lib/retrieve/retrieve.ts';
import type { Shelf } from '../../lib/shelf.ts';
import { understand } from '../../lib/understand/understand.ts';
import type { Understanding } from '../../lib/understand/understand.ts';
import type { System } from './system.ts';

interface Place {
  shelf: Shelf;
  embedder: Embedder;
}

/** Our retrieval alone, without answers. */
export function ourSearch(name: string, place: Place): System<IndexedPassage> {
  return searching(name, place, async (understanding) => {
    const { ranked } = await retrieve(understanding, place);
    return ranked.map(({ passage }) => passage);
  });
}

/** The passages that our retrieval considers, by the fused score that picked them. */
export function fusedSearch(name: string, place: Place): System<IndexedPassage> {
  return searching(name, place, async (understanding) => {
    const candidates = await candidatesFor(understanding, place);
    return candidates.map(({ found: { passage } }) => passage);
  });
}

function searching(
  name: string,
  { shelf }: Place,
  search: (understanding: Understanding) => Promise<IndexedPassage[]>,
): System<IndexedPassage> {
  return {
    name,
    async ask({ question, context = [], filters = {} }) {
      return { retrieved: await search(understand(question, context, filters, shelf)) };
    },
  };
}
