import { textbookRag } from '../eval/systems/textbook-rag.ts';
import type { Embedder } from '../index/embedder.ts';
import type { PassageIndex } from '../index/passage-index.ts';
import { Bm25 } from '../index/text/bm25.ts';
import { postingsFile, PostingsReader } from '../index/text/postings-file.ts';
import { PostingsWriter } from '../index/text/postings.ts';
import { queryStems } from '../index/text/query-stems.ts';
import { TextStemmer } from '../index/text/stems.ts';
import { openEmbedder } from '../index/transformers-embedder.ts';
import { ExactVectors } from '../index/vectors/exact-vectors.ts';
import { QuantisedVectors } from '../index/vectors/quantised-vectors.ts';
import { VectorTable } from '../index/vectors/vector-table.ts';
import { words } from '../index/words.ts';
import { withStore } from '../lib/open-store.ts';
import { configOf } from './corpus.ts';
import { keptQuestions } from './questions.ts';
import type { BaselinesResult } from './results.ts';
import { secondsOf, timesOf } from './spread.ts';

/** Passages read at a time. */
const batchSize = 2000;

/** Of the ten nearest passages by exact search, the share that a graph finds; and what simpler systems take. */
export async function baselines(folder: string): Promise<BaselinesResult> {
  const config = configOf(folder);
  const embedder = await openEmbedder({ model: config.embeddingModel, cacheFolder: config.modelCacheFolder });
  const questions = (await keptQuestions(folder)).slice(0, 100);
  return withStore(config, async (store) => {
    const index = await store.open(await store.current(), embedder);
    const { search, exact, ids } = await plainSearches(index, embedder);
    const vectors = await embedder.embed(questions);
    const recall = await recallAtTen(index, vectors, (vector) =>
      exact.search(vector, 10).map(({ id }) => ids[id] ?? -1),
    );
    const episodes = await index.episodes();
    const textbook = await secondsOf(() => textbookRag(episodes, embedder));
    const result = {
      vectorDriver: index.vectorDriver,
      recall,
      vectors: await timesOf(vectors, (vector) => index.candidates({ terms: [], vector, limit: 10 })),
      exact: await timesOf(vectors, (vector) => exact.search(vector, 10)),
      bm25: await timesOf(questions, search),
      textbook: await timesOf(questions, (question) => textbook.result.ask({ question })),
      textbookSeconds: textbook.seconds,
    };
    await index.close();
    await embedder.close();
    return result;
  });
}

/** Exact search over an index's vectors, whose rows are the passages of `ids`, and BM25 over its texts alone. */
async function plainSearches(
  index: PassageIndex,
  { dimensions }: Embedder,
): Promise<{ exact: ExactVectors; search: (question: string) => unknown; ids: number[] }> {
  const outlines = await index.outlines();
  const ids = (await Promise.all(outlines.map(({ number }) => index.passageIds(number)))).flat();
  const table = new VectorTable(new Float32Array(ids.length * dimensions), dimensions);
  const writer = new PostingsWriter();
  const stemmer = new TextStemmer();
  const lengths = new Uint32Array(ids.length);
  for (let at = 0; at < ids.length; at += batchSize) {
    const passages = await index.passages(ids.slice(at, at + batchSize));
    for (const [i, { vector, text }] of passages.entries()) {
      const stems = stemmer.stems(text);
      table.set(at + i, vector);
      writer.add(at + i, stems);
      lengths[at + i] = stems.length;
    }
  }
  const reader = new PostingsReader(Buffer.concat(postingsFile(writer)));
  const bm25 = new Bm25(lengths, null);
  return {
    ids,
    exact: new ExactVectors(QuantisedVectors.from(table), table),
    search: (question) => {
      const lists = queryStems(words(question)).map((stem) => {
        const list = reader.find(stem);
        return list ? [{ base: 0, list }] : [];
      });
      return bm25.search(lists, 10, null);
    },
  };
}

async function recallAtTen(
  index: PassageIndex,
  vectors: readonly Float32Array[],
  nearest: (vector: Float32Array) => number[],
): Promise<number> {
  let hits = 0;
  let wanted = 0;
  for (const vector of vectors) {
    const candidates = await index.candidates({ terms: [], vector, limit: 10 });
    const found = new Set(
      candidates.filter(({ scores }) => scores.passage !== undefined).map(({ id }) => id),
    );
    const right = nearest(vector);
    wanted += right.length;
    hits += right.filter((id) => found.has(id)).length;
  }
  return hits / Math.max(wanted, 1);
}
