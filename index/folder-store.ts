import { buildIndex } from './build-index.ts';
import type { BuildRequest } from './build-request.ts';
import type { EmbedderIdentity, ModelInUse } from './embedder.ts';
import { currentLine, generationFolder, parseCurrent, readCurrent } from './generation-folders.ts';
import type { IndexStore } from './index-store.ts';
import { openGeneration, verifyIndex } from './open-index.ts';
import type { Manifest, PassageIndex } from './passage-index.ts';
import { liveManifest } from './staleness.ts';

/** An index in a folder of this machine. */
export class FolderStore implements IndexStore {
  constructor(private readonly folder: string) {}

  build(request: BuildRequest): Promise<Manifest> {
    return buildIndex({ ...request, folder: this.folder });
  }

  async current(): Promise<string> {
    return currentLine(await readCurrent(this.folder));
  }

  open(line: string, model: ModelInUse): Promise<PassageIndex> {
    const current = parseCurrent(line, this.folder);
    return openGeneration(generationFolder(this.folder, current.generation), current, model);
  }

  liveManifest(): Promise<Manifest | null> {
    return liveManifest(this.folder);
  }

  verify(embedder: EmbedderIdentity): Promise<void> {
    return verifyIndex(this.folder, embedder);
  }

  async close(): Promise<void> {
    // A folder needs no closing; each index that was opened closes its own files.
  }
}
