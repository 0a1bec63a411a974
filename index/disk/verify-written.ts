import type { Current } from '../generation-folders.ts';
import { readManifest } from '../manifest.ts';
import { DiskSegment } from './disk-segment.ts';
import { isReadInPieces, isOfSegment } from './segment-files.ts';
import { VerifiedFiles } from './verified-files.ts';

/**
 * Makes sure that a generation just written can be opened as a reader will: neither SQLite nor hnswlib can be trusted to
 * report a full disk. New segments are opened and read through. Of those that were kept, the files that a reader reads
 * whole are compared with what was written; their records were read through when they were new, and are compared one by
 * one wherever they are read. Throws `UserError` ('index-damaged').
 */
export async function verifyWritten(
  folder: string,
  current: Current,
  kept: readonly string[],
): Promise<void> {
  const files = new VerifiedFiles(folder, await readManifest(folder, current.manifestSha256));
  for (const { name } of files.manifest.segments) {
    if (kept.includes(name)) await verifyKept(name, files);
    else await readThrough(name, files);
  }
}

async function verifyKept(segment: string, files: VerifiedFiles): Promise<void> {
  for (const name of Object.keys(files.manifest.files)) {
    if (!isOfSegment(name, segment)) continue;
    if (isReadInPieces(name)) await files.measure(name);
    else await files.verify(name);
  }
}

async function readThrough(name: string, files: VerifiedFiles): Promise<void> {
  const segment = await DiskSegment.open(name, files);
  try {
    segment.verifyRecords();
  } finally {
    await segment.close();
  }
}
