import type { ModelInUse } from '../embedder.ts';
import type { Current } from '../generation-folders.ts';
import { damaged, readManifest } from '../manifest.ts';
import type { Manifest } from '../passage-index.ts';
import { assertSameModel } from '../same-model.ts';
import { VerifiedFiles } from './verified-files.ts';

/** What segments are opened as: ready to be searched, or as far as a build needs them. */
interface SegmentKind<S> {
  open(name: string, files: VerifiedFiles): Promise<S>;
}

/** One generation in a folder, with its segments opened. */
export class OpenGeneration<S extends { close(): Promise<void> }> {
  private constructor(
    readonly files: VerifiedFiles,
    readonly segments: readonly { name: string; segment: S }[],
  ) {}

  /**
   * Opens a generation in a folder of any name. Throws `UserError`:
   * 'index-damaged' (naming the file), or 'model-mismatch' where another model made it; and what a model that is still
   * being loaded fails with.
   */
  static async open<S extends { close(): Promise<void> }>(
    folder: string,
    current: Current,
    model: ModelInUse,
    kind: SegmentKind<S>,
  ): Promise<OpenGeneration<S>> {
    const manifest = await readManifest(folder, current.manifestSha256);
    if (manifest.generation !== current.generation) throw damaged(folder, 'holds another generation');
    const files = new VerifiedFiles(folder, manifest);
    const segments: { name: string; segment: S }[] = [];
    try {
      for (const { name } of manifest.segments)
        segments.push({ name, segment: await kind.open(name, files) });
      assertSameModel(manifest.model, await model);
    } catch (error) {
      await Promise.all(segments.map(({ segment }) => segment.close()));
      throw error;
    }
    return new OpenGeneration(files, segments);
  }

  get manifest(): Manifest {
    return this.files.manifest;
  }

  async close(): Promise<void> {
    await Promise.all(this.segments.map(({ segment }) => segment.close()));
  }
}
