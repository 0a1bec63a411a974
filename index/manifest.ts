import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { UserError } from '../ingest/user-error.ts';
import type { Manifest } from './passage-index.ts';

/** Raised with every change to what a generation's files hold or mean. */
export const indexFormat = 9;

export const manifestFile = 'manifest.json';

const count = z.number().int().nonnegative();
const sha256Hex = z.string().regex(/^[0-9a-f]{64}$/);

export const manifestSchema: z.ZodType<Manifest> = z.object({
  format: z.literal(indexFormat),
  generation: z.string(),
  createdAt: z.string(),
  model: z.object({ name: z.string(), dimensions: z.number().int().positive(), revision: z.string() }),
  counts: z.object({ episodes: count, paragraphs: count, passages: count, questions: count }),
  sources: z.string(),
  segments: z.array(z.object({ name: z.string().regex(/^[a-z0-9]+$/), dead: z.array(z.number().int()) })),
  inputs: z.array(z.object({ path: z.string(), sha256: sha256Hex, episodes: z.array(z.number().int()) })),
  files: z.record(z.string().regex(/^[a-z0-9.-]+$/), z.object({ bytes: count, sha256: sha256Hex })),
});

/** Hex SHA-256 of bytes or of a text in UTF-8. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** What is wrong with a file of an index, and what to do: the one message for every kind of damage. */
export function damaged(file: string, what: string, cause?: unknown): UserError {
  return new UserError(
    'index-damaged',
    `The index is damaged: ${file} ${what}. Run \`npm run ingest\` to build it anew.`,
    { cause },
  );
}

/**
 * Reads the manifest of a generation's folder and checks it against the checksum that `current` holds.
 * Throws `UserError` where it is missing, altered, or of another format.
 */
export async function readManifest(folder: string, expectedSha256: string): Promise<Manifest> {
  const file = path.join(folder, manifestFile);
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw damaged(file, 'cannot be read', error);
  });
  if (sha256(text) !== expectedSha256) throw damaged(file, 'is not what was written');
  const parsed = manifestSchema.safeParse(JSON.parse(text));
  if (!parsed.success) {
    throw damaged(file, 'was written by another version of this program', parsed.error);
  }
  return parsed.data;
}
