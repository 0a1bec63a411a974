import { UserError } from '../../ingest/user-error.ts';
import type { KnownVectors } from '../known-vectors.ts';
import type { VectorView } from '../segments/segment.ts';
import { hashBytes, textHash } from '../text-hash.ts';
import { segmentFileName } from './segment-files.ts';
import type { StoredSegment } from './stored-segment.ts';
import type { VerifiedFiles } from './verified-files.ts';

/** The hashes of a segment's texts, one after the other: those of its passages, then those of its questions. */
interface HashedTexts {
  segment: StoredSegment;
  hashes: Buffer;
}

/** The vectors of a generation by their texts. Those that are damaged are not known. */
export class GenerationVectors implements KnownVectors {
  private constructor(private readonly texts: readonly HashedTexts[]) {}

  static async of(
    segments: readonly { name: string; segment: StoredSegment }[],
    files: VerifiedFiles,
  ): Promise<GenerationVectors> {
    const texts: HashedTexts[] = [];
    for (const { name, segment } of segments) {
      texts.push({ segment, hashes: await wholeOrNothing(files, segmentFileName(name, 'hashes')) });
    }
    return new GenerationVectors(texts);
  }

  /** Looks through all hashes: what is added to a large shelf is little, and no table need be made for it. */
  async find(texts: readonly string[]): Promise<(Float32Array | undefined)[]> {
    const vectors = new Map<string, Float32Array | undefined>();
    const names = texts.map((text) => textHash(text).toString('latin1'));
    for (const name of names) vectors.set(name, undefined);
    const beginnings = new Set(names.map((name) => Buffer.from(name, 'latin1').readUInt32LE(0)));
    for (const { segment, hashes } of this.texts) {
      for (let at = 0; at + hashBytes <= hashes.length; at += hashBytes) {
        if (!beginnings.has(hashes.readUInt32LE(at))) continue;
        const name = hashes.toString('latin1', at, at + hashBytes);
        if (vectors.has(name)) vectors.set(name, vectors.get(name) ?? vectorAt(segment, at / hashBytes));
      }
    }
    return names.map((name) => vectors.get(name));
  }
}

/** What tells which texts are known is as good as gone where it is damaged: then they are embedded anew. */
async function wholeOrNothing(files: VerifiedFiles, name: string): Promise<Buffer> {
  try {
    return await files.read(name);
  } catch (error) {
    if (error instanceof UserError) return Buffer.alloc(0);
    throw error;
  }
}

function vectorAt({ head, vectors }: StoredSegment, text: number): Float32Array | undefined {
  const passages = head.columns.speaker.length;
  const view: VectorView = text < passages ? 'passage' : 'question';
  try {
    return vectors[view].at(text < passages ? text : text - passages);
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}
