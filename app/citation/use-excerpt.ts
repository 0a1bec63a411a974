'use client';

import { useEffect, useState } from 'react';
import type { Excerpt } from '../transcript/excerpt.ts';
import { excerptSchema } from '../transcript/excerpt.ts';
import { paragraphId } from './source-link.ts';

const loading = new Map<string, Promise<Excerpt>>();

async function load(anchor: string): Promise<Excerpt> {
  const [episode = ''] = anchor.split('#');
  const path = `/api/episodes/${episode}/paragraphs/${encodeURIComponent(paragraphId(anchor))}`;
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path} could not be loaded (${response.status}).`);
  return excerptSchema.parse(await response.json());
}

/** The neighbourhood of an anchor, fetched once a page; a failed fetch is tried again by the next reader. */
function fetchExcerpt(anchor: string): Promise<Excerpt> {
  const known = loading.get(anchor);
  if (known !== undefined) return known;
  const promise = load(anchor);
  loading.set(anchor, promise);
  promise.catch(() => loading.delete(anchor));
  return promise;
}

/** `'failed'` where it could not be loaded; `null` while it is on its way. */
export function useExcerpt(anchor: string): Excerpt | 'failed' | null {
  const [state, setState] = useState<{ anchor: string; excerpt: Excerpt | 'failed' } | null>(null);
  useEffect(() => {
    let current = true;
    const arrive = (excerpt: Excerpt | 'failed') => {
      if (current) setState({ anchor, excerpt });
    };
    fetchExcerpt(anchor).then(arrive, () => {
      arrive('failed');
    });
    return () => {
      current = false;
    };
  }, [anchor]);
  return state?.anchor === anchor ? state.excerpt : null;
}
