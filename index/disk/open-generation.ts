import type { EmbedderIdentity } from '../embedder.ts';
import type { Current } from '../generation-folders.ts';
import { damaged, readManifest } from '../manifest.ts';
import type { Manifest } from '../passage-index.ts';
import { assertSameModel } from '../same-model.ts';
import { DiskSegment } from './disk-segment.ts';
import { VerifiedFiles } from './verified-files.ts';

/** One generation in a folder, with its segments opened. */
export class OpenGeneration {
  private constructor(
    readonly files: VerifiedFiles,
    readonly segments: readonly { name: string; segment: DiskSegment }[],
  ) {}

  /**
   * Opens a generation in a folder of any name. Throws `UserError`: 'index-damaged' (naming the file), or
   * 'model-mismatch' where another model made it.
   */
  static async open(folder: string, current: Current, embedder: EmbedderIdentity): Promise<OpenGeneration> {
    const manifest = await readManifest(folder, current.manifestSha256);
    if (manifest.generation !== current.generation) throw damaged(folder, 'holds another generation');
    assertSameModel(manifest.model, embedder);
    const files = new VerifiedFiles(folder, manifest);
    const segments: { name: string; segment: DiskSegment }[] = [];
    try {
      for (const { name } of manifest.segments) {
        segments.push({ name, segment: await DiskSegment.open(name, files) });
      }
    } catch (error) {
      await Promise.all(segments.map(({ segment }) => segment.close()));
      throw error;
    }
    return new OpenGeneration(files, segments);
  }

  get manifest(): Manifest {
    return this.files.manifest;
  }

  /** Reads through the records of the segments but those named; throws `UserError` where one is not whole. */
  verifyRecords(except: readonly string[]): void {
    for (const { name, segment } of this.segments) if (!except.includes(name)) segment.verifyRecords();
  }

  /** Compares every byte of every file, also of those that only a build or a question reads; throws `UserError`. */
  async verifyFiles(): Promise<void> {
    for (const name of Object.keys(this.manifest.files)) await this.files.verify(name);
  }

  async close(): Promise<void> {
    await Promise.all(this.segments.map(({ segment }) => segment.close()));
  }
}
