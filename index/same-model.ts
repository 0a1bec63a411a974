import { UserError } from '../ingest/user-error.ts';
import type { EmbedderIdentity } from './embedder.ts';
import type { Manifest } from './passage-index.ts';

export function isSameModel(indexed: Manifest['model'], embedder: EmbedderIdentity): boolean {
  return (
    indexed.name === embedder.name &&
    indexed.dimensions === embedder.dimensions &&
    indexed.revision === embedder.revision
  );
}

/** Throws `UserError` ('model-mismatch') where vectors of an index cannot be compared with those of an embedder. */
export function assertSameModel(indexed: Manifest['model'], embedder: EmbedderIdentity): void {
  if (isSameModel(indexed, embedder)) return;
  const describe = (model: EmbedderIdentity): string =>
    `${model.name} (${model.dimensions} dimensions, revision ${model.revision.slice(0, 12)})`;
  throw new UserError(
    'model-mismatch',
    `The index was built with the embedding model ${describe(indexed)}, but the one in use is ${describe(embedder)}. ` +
      'Run `npm run ingest` to build the index with it, or set EMBEDDING_MODEL back.',
  );
}
