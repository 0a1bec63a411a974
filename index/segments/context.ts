import { queriesOf } from '../../ingest/enrichment.ts';
import type { Passage } from '../../ingest/passage.ts';

/** The words around a passage: what it answers, its gist, its section, and what it was asked. */
export function contextOf({ enrichment, section, question }: Passage): string {
  return [...queriesOf(enrichment), enrichment?.gist ?? '', section.title, question].join('\n');
}
