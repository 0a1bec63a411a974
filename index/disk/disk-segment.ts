import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { damaged } from '../manifest.ts';
import { decodeHead } from '../segments/head-file.ts';
import type { IndexSegment, SegmentHead, StoredPassage, VectorView, WordView } from '../segments/segment.ts';
import type { PackedEpisode, WordUse } from '../passage-index.ts';
import { storedPassage } from '../stored-shapes.ts';
import { PostingsReader } from '../text/postings-file.ts';
import type { PostingList } from '../text/postings.ts';
import { ExactVectors } from '../vectors/exact-vectors.ts';
import { HnswGraph } from '../vectors/hnsw-graph.ts';
import { HnswVectors } from '../vectors/hnsw-vectors.ts';
import { QuantisedVectors } from '../vectors/quantised-vectors.ts';
import type { Hit } from '../vectors/top-hits.ts';
import { VectorFile } from '../vectors/vector-file.ts';
import type { VectorIndex } from '../vectors/vector-index.ts';
import { RecordReader } from './records.ts';
import { segmentFileName } from './segment-files.ts';
import type { SegmentFile } from './segment-files.ts';
import type { VerifiedFiles } from './verified-files.ts';
import { readWords } from './words-file.ts';

/** About 3 MB: every question of a small shelf, and of a large one those near to what is asked again and again. */
const mostQuestionsKept = 20_000;

interface OpenVectors {
  file: VectorFile;
  search: VectorIndex;
}

/**
 * A segment in the files of a generation. What every search needs is held in memory, verified; records and vectors
 * are read when they are asked for, each with a checksum of its own. All damage throws `UserError` ('index-damaged').
 */
export class DiskSegment implements IndexSegment {
  private readonly questions = new LRUCache<number, string>({ max: mostQuestionsKept });

  private constructor(
    readonly head: SegmentHead,
    private readonly name: string,
    private readonly files: VerifiedFiles,
    private readonly records: RecordReader,
    private readonly postingsOf: Record<WordView, PostingsReader>,
    private readonly vectorsOf: Record<VectorView, OpenVectors>,
  ) {}

  static async open(name: string, files: VerifiedFiles): Promise<DiskSegment> {
    const read = (file: SegmentFile): Promise<Buffer> => files.read(segmentFileName(name, file));
    const head = await understood(name, files, 'head', async () =>
      decodeHead({ json: (await read('head')).toString(), columns: await read('columns') }),
    );
    const postings = (file: 'textPostings' | 'contextPostings'): Promise<PostingsReader> =>
      understood(name, files, file, async () => new PostingsReader(await read(file)));
    const { speaker, questionPassage } = head.columns;
    const opened: { close(): void }[] = [];
    try {
      const passage = await openVectors(name, files, 'passage', speaker.length);
      opened.push(passage.file);
      const question = await openVectors(name, files, 'question', questionPassage.length, questionPassage);
      opened.push(question.file);
      const records = new RecordReader(await files.measure(segmentFileName(name, 'records')));
      opened.push(records);
      const words = { text: await postings('textPostings'), context: await postings('contextPostings') };
      return new DiskSegment(head, name, files, records, words, { passage, question });
    } catch (error) {
      for (const one of opened) one.close();
      throw error;
    }
  }

  async postings(view: WordView, stems: readonly string[]): Promise<(PostingList | null)[]> {
    return stems.map((stem) => this.postingsOf[view].find(stem));
  }

  async nearest(
    view: VectorView,
    vector: Float32Array,
    k: number,
    allowed?: readonly number[],
  ): Promise<Hit[]> {
    return this.vectorsOf[view].search.search(vector, k, allowed);
  }

  async passages(numbers: readonly number[]): Promise<Map<number, StoredPassage>> {
    const found = this.records.read('passages', numbers, storedPassage);
    const { file } = this.vectorsOf.passage;
    return new Map([...found].map(([number, passage]) => [number, { passage, vector: file.at(number) }]));
  }

  async questionTexts(numbers: readonly number[]): Promise<Map<number, string>> {
    const texts = new Map<number, string>();
    for (const number of numbers) {
      const kept = this.questions.get(number);
      if (kept !== undefined) texts.set(number, kept);
    }
    const missing = numbers.filter((number) => !texts.has(number));
    for (const [number, text] of this.records.read('questions', missing, z.string())) {
      this.questions.set(number, text);
      texts.set(number, text);
    }
    return texts;
  }

  async episodes(numbers: readonly number[]): Promise<Map<number, PackedEpisode>> {
    return this.records.readBytes('episodes', numbers);
  }

  async words(): Promise<Map<string, WordUse>> {
    return readWords((await this.files.read(segmentFileName(this.name, 'words'))).toString());
  }

  /** Vectors by their texts' hashes come from here: see `GenerationVectors`. */
  vectorAt(view: VectorView, number: number): Float32Array {
    return this.vectorsOf[view].file.at(number);
  }

  /** Reads through what is otherwise read in pieces. */
  verifyRecords(): void {
    this.records.verify({
      episodes: this.head.episodes.length,
      passages: this.head.columns.speaker.length,
      questions: this.head.columns.questionPassage.length,
    });
  }

  async close(): Promise<void> {
    this.records.close();
    for (const { file } of Object.values(this.vectorsOf)) file.close();
  }
}

async function openVectors(
  name: string,
  files: VerifiedFiles,
  view: VectorView,
  expected: number,
  groups: Uint32Array | null = null,
): Promise<OpenVectors> {
  const named = (file: SegmentFile): string => segmentFileName(name, file);
  const rounded = await understood(name, files, `${view}Rounded`, async () => {
    const read = QuantisedVectors.fromBytes(await files.read(named(`${view}Rounded`)));
    if (read.size !== expected) throw new RangeError(`${read.size} vectors where ${expected} were written`);
    return read;
  });
  const sums = new Uint8Array(await files.read(named(`${view}Sums`)));
  const graph = files.has(named(`${view}Graph`))
    ? await understood(name, files, `${view}Graph`, async () =>
        HnswGraph.fromBytes(await files.read(named(`${view}Graph`))),
      )
    : null;
  const path = await files.measure(named(`${view}Vectors`));
  const file = new VectorFile(path, new Uint32Array(sums.buffer), files.manifest.model.dimensions);
  const search = graph
    ? new HnswVectors(graph, rounded, file, groups)
    : new ExactVectors(rounded, file, groups);
  return { file, search };
}

/** Runs what decodes a file; what it cannot make sense of is damage, however it came about. */
async function understood<T>(
  name: string,
  { folder }: VerifiedFiles,
  file: SegmentFile,
  decode: () => Promise<T>,
): Promise<T> {
  try {
    return await decode();
  } catch (error) {
    if (error instanceof RangeError || error instanceof SyntaxError || error instanceof z.ZodError) {
      throw damaged(`${folder}/${segmentFileName(name, file)}`, 'does not hold what it should', error);
    }
    throw error;
  }
}
