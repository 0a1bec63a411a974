import { UserError } from '../ingest/user-error.ts';
import { generationFolder, readCurrent } from './generation-folders.ts';
import { indexFormat, readManifest, sha256 } from './manifest.ts';
import type { EmbedderIdentity } from './open-index.ts';
import type { Manifest } from './passage-index.ts';

/** Everything that decides what an index holds. */
export interface IndexInputs {
  /** Transcripts and enrichment: path relative to their folder, and SHA-256 of the content. */
  files: readonly { path: string; sha256: string }[];
  model: EmbedderIdentity;
  /** What else the outcome depends on, such as the size of a passage and the version of the parser. */
  parameters: Readonly<Record<string, string | number>>;
}

/** SHA-256 over the inputs of a build, whatever the order in which they are listed. */
export function sourcesHash({ files, model, parameters }: IndexInputs): string {
  const byName = (a: readonly [string, unknown], b: readonly [string, unknown]): number =>
    a[0] < b[0] ? -1 : 1;
  return sha256(
    JSON.stringify([
      indexFormat,
      files.map((file) => [file.path, file.sha256] as const).sort(byName),
      [model.name, model.dimensions, model.revision],
      Object.entries(parameters).sort(byName),
    ]),
  );
}

/** The manifest of the live generation; null where there is none, or none that can be used: a build mends both. */
export async function liveManifest(indexFolder: string): Promise<Manifest | null> {
  try {
    const current = await readCurrent(indexFolder);
    return await readManifest(generationFolder(indexFolder, current.generation), current.manifestSha256);
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}
