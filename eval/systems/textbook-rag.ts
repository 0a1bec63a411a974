import { RecursiveCharacterTextSplitter } from '@langchain/textsplitters';
import { embedAll } from '../../index/embed-all.ts';
import type { Embedder } from '../../index/embedder.ts';
import { ExactVectors } from '../../index/vectors/exact-vectors.ts';
import { QuantisedVectors } from '../../index/vectors/quantised-vectors.ts';
import type { Episode } from '../../ingest/episode.ts';
import type { System } from './system.ts';

/**
 * What tutorials build: chunks of 1000 characters with 200 of overlap, whoever speaks in them, and the nearest ones
 * by cosine.
 */
export async function textbookRag(episodes: readonly Episode[], embedder: Embedder): Promise<System> {
  const splitter = new RecursiveCharacterTextSplitter({ chunkSize: 1000, chunkOverlap: 200 });
  const chunks: { episode: number; text: string }[] = [];
  for (const { number, text } of episodes) {
    for (const chunk of await splitter.splitText(text)) chunks.push({ episode: number, text: chunk });
  }
  const vectors = await embedAll(
    chunks.map(({ text }) => text),
    embedder,
  );
  const search = new ExactVectors(QuantisedVectors.from(vectors), vectors);
  return {
    name: 'textbook RAG',
    async ask({ question }) {
      const [vector] = await embedder.embed([question]);
      if (!vector) throw new RangeError('The embedder gave no vector');
      return { retrieved: search.search(vector, 10).flatMap(({ id }) => chunks[id] ?? []) };
    },
  };
}
