import { writeFile } from 'node:fs/promises';
import { digest } from '../segments/digest.ts';
import type { SegmentContent } from '../segments/digest.ts';
import { encodeHead } from '../segments/head-file.ts';
import { packEpisode } from '../packed-episode.ts';
import { textHash } from '../text-hash.ts';
import { postingsFile } from '../text/postings-file.ts';
import { buildGraph } from '../vectors/hnsw-build.ts';
import { QuantisedVectors } from '../vectors/quantised-vectors.ts';
import { rowSums, vectorFile } from '../vectors/vector-file.ts';
import type { VectorTable } from '../vectors/vector-table.ts';
import { writeRecords } from './records.ts';
import { segmentFile } from './segment-files.ts';
import type { SegmentFile } from './segment-files.ts';
import { wordsFile } from './words-file.ts';

/**
 * Fewer vectors are compared one by one in the time that a question may take, and without fail, while a graph of them
 * takes most of the time of a build: `npm run bench` measures both.
 */
const manyVectors = 1 << 19;

/** The vectors of a segment's passages and questions, by number. */
export interface SegmentVectors {
  passages: VectorTable;
  questions: VectorTable;
}

export interface WriteOptions {
  folder: string;
  /** The segment's name. */
  name: string;
  fewestForGraph?: number;
  /** Told of vectors put into a graph. */
  onProgress?: (done: number, total: number) => void;
  signal?: AbortSignal;
}

/** Writes the files of a segment into a folder. Throws the signal's reason where it is aborted. */
export async function writeSegment(
  content: SegmentContent,
  vectors: SegmentVectors,
  { folder, name, fewestForGraph = manyVectors, onProgress, signal }: WriteOptions,
): Promise<void> {
  const file = (which: SegmentFile): string => segmentFile(folder, name, which);
  const { episodes, passages, questions } = content;
  writeRecords(file('records'), {
    episodes: mapped(episodes, (episode) => ({ id: episode.number, value: packEpisode(episode) })),
    passages: mapped(passages, (passage, id) => ({ id, value: passage })),
    questions: mapped(questions, ({ text }, id) => ({ id, value: text })),
  });
  signal?.throwIfAborted();

  const { head, text, context, words } = digest(content);
  const { json, columns } = encodeHead(head);
  await writePieces(file('head'), [Buffer.from(json)]);
  await writePieces(file('columns'), [columns]);
  await writePieces(file('textPostings'), postingsFile(text));
  await writePieces(file('contextPostings'), postingsFile(context));
  await writePieces(file('words'), [Buffer.from(wordsFile(words))]);
  await writePieces(file('hashes'), [
    Buffer.concat([...passages, ...questions].map((one) => textHash(one.text))),
  ]);
  signal?.throwIfAborted();

  for (const kind of ['passage', 'question'] as const) {
    const table = vectors[`${kind}s`];
    await writePieces(file(`${kind}Vectors`), vectorFile(table));
    await writePieces(file(`${kind}Sums`), [new Uint8Array(rowSums(table).buffer)]);
    await writePieces(file(`${kind}Rounded`), QuantisedVectors.from(table).bytes());
    if (table.size < fewestForGraph) continue;
    const scratch = `${file(`${kind}Graph`)}.scratch`;
    const graph = await buildGraph(table, { scratch, onProgress, signal });
    if (graph) await writePieces(file(`${kind}Graph`), graph.bytes());
  }
}

function* mapped<T, U>(items: readonly T[], change: (item: T, position: number) => U): Generator<U> {
  let position = 0;
  for (const item of items) yield change(item, position++);
}

/** Writes a new file from pieces of any number and size. */
function writePieces(file: string, pieces: Iterable<Uint8Array>): Promise<void> {
  return writeFile(file, pieces, { flag: 'wx' });
}
