import type { Enrichment } from '../ingest/enrichment.ts';
import type { Passage } from '../ingest/passage.ts';

/** A passage with its enrichment, and that of its spans, changed. */
export function rewritten(
  passage: Passage,
  change: (enrichment: Enrichment | null) => Enrichment | null,
): Passage {
  return {
    ...passage,
    enrichment: change(passage.enrichment),
    spans: passage.spans.map((span) => ({ ...span, enrichment: change(span.enrichment) })),
  };
}
