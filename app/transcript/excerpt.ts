import { z } from 'zod';
import { transcriptBodySchema } from '../../lib/api/shelf-schemas.ts';
import type { Transcript } from '../../lib/engine.ts';
import { paragraphId } from '../citation/source-link.ts';

/** Paragraphs shown before and after the one in question. */
const neighbours = 12;

/** A paragraph among its neighbours, under the headings of the sections that they stand in. */
export const excerptSchema = z.object({ body: transcriptBodySchema });
export type Excerpt = z.infer<typeof excerptSchema>;

/** Cuts the neighbourhood of a paragraph (its id, such as `lead-gen-3`) out of a transcript; `null` where it has none. */
export function excerptAround({ body }: Transcript, id: string): Excerpt | null {
  const order = body.flatMap(({ paragraphs }) => paragraphs);
  const at = order.findIndex(({ anchor }) => paragraphId(anchor) === id);
  if (at < 0) return null;
  const near = new Set(order.slice(Math.max(0, at - neighbours), at + neighbours + 1));
  return {
    body: body
      .map((section) => ({
        ...section,
        paragraphs: section.paragraphs.filter((paragraph) => near.has(paragraph)),
      }))
      .filter(({ paragraphs }) => paragraphs.length > 0),
  };
}
