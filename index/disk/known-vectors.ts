import { UserError } from '../../ingest/user-error.ts';
import type { KnownVectors } from '../known-vectors.ts';
import type { VectorView } from '../segments/segment.ts';
import { hashBytes, textHash } from '../text-hash.ts';
import { segmentFileName } from './segment-files.ts';
import type { StoredSegment } from './stored-segment.ts';
import type { VerifiedFiles } from './verified-files.ts';

interface Place {
  segment: StoredSegment;
  view: VectorView;
  number: number;
}

/** The vectors of a generation by their texts. Those that are damaged are not known. */
export class GenerationVectors implements KnownVectors {
  private constructor(private readonly places: ReadonlyMap<string, Place>) {}

  static async of(
    segments: readonly { name: string; segment: StoredSegment }[],
    files: VerifiedFiles,
  ): Promise<GenerationVectors> {
    const places = new Map<string, Place>();
    for (const { name, segment } of segments) {
      const hashes = await wholeOrNothing(files, segmentFileName(name, 'hashes'));
      const passages = segment.head.columns.speaker.length;
      for (let row = 0; row * hashBytes < hashes.length; row++) {
        const hash = hashes.toString('latin1', row * hashBytes, (row + 1) * hashBytes);
        const isPassage = row < passages;
        places.set(hash, {
          segment,
          view: isPassage ? 'passage' : 'question',
          number: isPassage ? row : row - passages,
        });
      }
    }
    return new GenerationVectors(places);
  }

  async find(texts: readonly string[]): Promise<(Float32Array | undefined)[]> {
    return texts.map((text) => {
      const place = this.places.get(textHash(text).toString('latin1'));
      return place && vectorAt(place);
    });
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

function vectorAt({ segment, view, number }: Place): Float32Array | undefined {
  try {
    return segment.vectors[view].at(number);
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}
