import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { enrichmentSchema } from './enrichment.ts';
import type { Enrichment } from './enrichment.ts';
import { UserError } from './user-error.ts';

const lineSchema = enrichmentSchema.extend({ sha256: z.string().regex(/^[0-9a-f]{64}$/) });

/** SHA-256 of a paragraph's text (NFC, white space collapsed, trimmed): what enrichment is attached by. */
export function paragraphHash(text: string): string {
  return createHash('sha256').update(text.normalize('NFC').replace(/\s+/gu, ' ').trim()).digest('hex');
}

/**
 * Reads the `.jsonl` files of a folder into enrichment by `paragraphHash`; empty where there is no such folder.
 * Throws `UserError` ('bad-transcript') naming file and line that is no enrichment.
 */
export async function readEnrichment(folder: string): Promise<ReadonlyMap<string, Enrichment>> {
  const enrichment = new Map<string, Enrichment>();
  for (const file of await enrichmentFiles(folder)) {
    const lines = (await readFile(file, 'utf8')).split('\n');
    lines.forEach((line, at) => {
      if (line.trim() === '') return;
      const { sha256, ...rest } = parseLine(line, `${file}, line ${at + 1}`);
      enrichment.set(sha256, rest);
    });
  }
  return enrichment;
}

function parseLine(line: string, place: string): z.infer<typeof lineSchema> {
  try {
    return lineSchema.parse(JSON.parse(line));
  } catch (cause) {
    throw new UserError(
      'bad-transcript',
      `${place} is no enrichment of a paragraph: mend or remove the line.`,
      { cause },
    );
  }
}

async function enrichmentFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  });
  return names
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map((name) => path.join(folder, name));
}
