import { z } from 'zod';
import { damaged } from '../manifest.ts';
import type { PackedEpisode } from '../passage-index.ts';
import { decodeHead } from '../segments/head-file.ts';
import type { SegmentHead, StoredPassage, VectorView } from '../segments/segment.ts';
import { storedPassage } from '../stored-shapes.ts';
import { VectorFile } from '../vectors/vector-file.ts';
import { RecordReader } from './records.ts';
import { segmentFileName } from './segment-files.ts';
import type { SegmentFile } from './segment-files.ts';
import type { VerifiedFiles } from './verified-files.ts';

/**
 * What a segment holds, without what finds it: all that a build needs of one. Its head is held in memory, verified;
 * records and vectors are read when they are asked for, each with a checksum of its own. All damage throws `UserError`
 * ('index-damaged').
 */
export class StoredSegment {
  private constructor(
    readonly head: SegmentHead,
    private readonly records: RecordReader,
    readonly vectors: Readonly<Record<VectorView, VectorFile>>,
  ) {}

  static async open(name: string, files: VerifiedFiles): Promise<StoredSegment> {
    const read = (file: SegmentFile): Promise<Buffer> => files.read(segmentFileName(name, file));
    const measure = (file: SegmentFile): Promise<string> => files.measure(segmentFileName(name, file));
    const [json, columns, passageSums, questionSums] = await Promise.all([
      read('head'),
      read('columns'),
      read('passageSums'),
      read('questionSums'),
    ]);
    const head = await understood(name, files, 'head', async () =>
      decodeHead({ json: json.toString(), columns }),
    );
    const sums = { passage: numbersIn(passageSums), question: numbersIn(questionSums) };
    const paths = {
      passage: await measure('passageVectors'),
      question: await measure('questionVectors'),
      records: await measure('records'),
    };
    const { dimensions } = files.manifest.model;
    const opened: { close(): void }[] = [];
    const kept = <T extends { close(): void }>(one: T): T => {
      opened.push(one);
      return one;
    };
    try {
      const passage = kept(new VectorFile(paths.passage, sums.passage, dimensions));
      const question = kept(new VectorFile(paths.question, sums.question, dimensions));
      return new StoredSegment(head, kept(new RecordReader(paths.records)), { passage, question });
    } catch (error) {
      for (const one of opened) one.close();
      throw error;
    }
  }

  async passages(numbers: readonly number[]): Promise<Map<number, StoredPassage>> {
    const found = this.records.read('passages', numbers, storedPassage);
    const { passage: file } = this.vectors;
    return new Map([...found].map(([number, passage]) => [number, { passage, vector: file.at(number) }]));
  }

  questionTexts(numbers: readonly number[]): Map<number, string> {
    return this.records.read('questions', numbers, z.string());
  }

  async episodes(numbers: readonly number[]): Promise<Map<number, PackedEpisode>> {
    return this.records.readBytes('episodes', numbers);
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
    for (const file of Object.values(this.vectors)) file.close();
  }
}

function numbersIn({ buffer, byteOffset, byteLength }: Buffer): Uint32Array {
  return new Uint32Array(buffer, byteOffset, Math.floor(byteLength / 4));
}

/** Runs what decodes a file; what it cannot make sense of is damage, however it came about. */
export async function understood<T>(
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
