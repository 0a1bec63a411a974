import { deflateSync, inflateSync } from 'node:zlib';
import type { Episode } from '../ingest/episode.ts';
import type { PackedEpisode } from './passage-index.ts';
import { episodeRecord, storedEpisode } from './stored-shapes.ts';

export function packEpisode(episode: Episode): PackedEpisode {
  return deflateSync(JSON.stringify(episodeRecord(episode)));
}

/** Throws an error of zlib, `SyntaxError` or `ZodError` where this is not what `packEpisode` gave. */
export function unpackEpisode(packed: PackedEpisode): Episode {
  return storedEpisode.parse(JSON.parse(inflateSync(packed).toString()));
}
