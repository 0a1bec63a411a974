import type { Embedder } from '../../index/embedder.ts';
import type { IndexedPassage } from '../../index/passage-index.ts';
import { candidatesFor } from '../../lib/retrieve/candidates.ts';
import { retrieve } from '../../lib/retrieve/retrieve.ts';
import type { Shelf } from '../../lib/shelf.ts';
import { understand } from '../../lib/understand/understand.ts';
import type { System } from './system.ts';

/** Our retrieval alone, without answers. */
export function ourSearch(
  name: string,
  { shelf, embedder }: { shelf: Shelf; embedder: Embedder },
): System<IndexedPassage> {
  return {
    name,
    async ask({ question, context = [], filters = {} }) {
      const { ranked } = await retrieve(understand(question, context, filters, shelf), { shelf, embedder });
      return { retrieved: ranked.map(({ passage }) => passage) };
    },
  };
}

/** The passages that our retrieval considers, by the fused score that picked them. */
export function fusedSearch(
  name: string,
  { shelf, embedder }: { shelf: Shelf; embedder: Embedder },
): System<IndexedPassage> {
  return {
    name,
    async ask({ question, context = [], filters = {} }) {
      const understanding = understand(question, context, filters, shelf);
      const candidates = await candidatesFor(understanding, { shelf, embedder });
      return { retrieved: candidates.map(({ found: { passage } }) => passage) };
    },
  };
}
