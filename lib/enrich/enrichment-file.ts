import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Enrichment } from '../../ingest/enrichment.ts';
import type { BareParagraph } from './bare-paragraphs.ts';

/** Enough of a paragraph for people to know it by. */
const startLength = 60;

/** The enrichment of added transcripts, a file an episode, in the form that ingestion reads. Each entry is kept at once. */
export class EnrichmentFiles {
  private readonly texts = new Map<string, string>();
  /** What was written last is there before the next is. */
  private last: Promise<void> = Promise.resolve();

  constructor(private readonly folder: string) {}

  /** Keeps what was written about a paragraph. A reader sees the file with it or without, never a part. */
  add(paragraph: BareParagraph, enrichment: Enrichment): Promise<void> {
    this.last = this.last.then(() => this.write(paragraph, enrichment));
    return this.last;
  }

  private async write(
    { hash, episode, speaker, text }: BareParagraph,
    enrichment: Enrichment,
  ): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    const file = path.join(this.folder, `${episode.number}.jsonl`);
    const before = this.texts.get(file) ?? (existsSync(file) ? await readFile(file, 'utf8') : '');
    const line = {
      sha256: hash,
      episode: episode.number,
      speaker,
      starts: text.slice(0, startLength),
      ...enrichment,
    };
    const whole = `${before}${before === '' || before.endsWith('\n') ? '' : '\n'}${JSON.stringify(line)}\n`;
    await writeFile(`${file}.next`, whole);
    await rename(`${file}.next`, file);
    this.texts.set(file, whole);
  }
}
