import path from 'node:path';

/** The files of a segment in a generation's folder, each after the segment's name and a full stop. */
const segmentFiles = {
  /** What is told of the segment's episodes (JSON), and what is held in memory of each passage (32-bit numbers). */
  head: 'head.json',
  columns: 'columns.u32',
  /** Episodes, passages and questions, read one by one. */
  records: 'shelf.db',
  textPostings: 'text.postings',
  contextPostings: 'context.postings',
  /** Each word with its uses: see `words-file.ts`. */
  words: 'words.tsv',
  /** SHA-256 of the text of every passage, then of every question, cut to 16 bytes. */
  hashes: 'texts.hash',
  passageVectors: 'passages.f32',
  passageSums: 'passages.sums',
  passageRounded: 'passages.i8',
  passageGraph: 'passages.hnsw',
  questionVectors: 'questions.f32',
  questionSums: 'questions.sums',
  questionRounded: 'questions.i8',
  questionGraph: 'questions.hnsw',
} as const;

export type SegmentFile = keyof typeof segmentFiles;

/** Too large to be held: a reader reads of these what it is asked for, and compares that with checksums of its own. */
const readInPieces: readonly SegmentFile[] = ['records', 'passageVectors', 'questionVectors'];

export function isReadInPieces(fileName: string): boolean {
  return readInPieces.some((file) => fileName.endsWith(`.${segmentFiles[file]}`));
}

export function isOfSegment(fileName: string, segment: string): boolean {
  return fileName.startsWith(`${segment}.`);
}

export function segmentFileName(segment: string, file: SegmentFile): string {
  return `${segment}.${segmentFiles[file]}`;
}

export function segmentFile(folder: string, segment: string, file: SegmentFile): string {
  // Says to Next's bundler that an index is no file to trace.
  return path.join(/* turbopackIgnore: true */ folder, segmentFileName(segment, file));
}
