'use client';

import { useEffect, useState } from 'react';
import type { Transcript } from '../../lib/engine.ts';
import { transcriptSchema } from './transcript-schema.ts';

const loading = new Map<number, Promise<Transcript>>();

async function load(episode: number): Promise<Transcript> {
  const response = await fetch(`/api/episodes/${episode}`);
  if (!response.ok) throw new Error(`Episode ${episode} could not be loaded (${response.status}).`);
  return transcriptSchema.parse(await response.json());
}

/** The transcript of an episode, fetched once a page; a failed fetch is tried again by the next reader. */
export function fetchTranscript(episode: number): Promise<Transcript> {
  const known = loading.get(episode);
  if (known !== undefined) return known;
  const promise = load(episode);
  loading.set(episode, promise);
  promise.catch(() => loading.delete(episode));
  return promise;
}

/** A transcript that arrives, or fails to. */
export interface TranscriptState {
  transcript: Transcript | null;
  failed: boolean;
}

/** Loads an episode's transcript while `episode` is not null. */
export function useTranscript(episode: number | null): TranscriptState {
  const [state, setState] = useState<TranscriptState & { episode: number | null }>({
    episode: null,
    transcript: null,
    failed: false,
  });
  useEffect(() => {
    if (episode === null) return;
    let current = true;
    fetchTranscript(episode).then(
      (transcript) => {
        if (current) setState({ episode, transcript, failed: false });
      },
      () => {
        if (current) setState({ episode, transcript: null, failed: true });
      },
    );
    return () => {
      current = false;
    };
  }, [episode]);
  return state.episode === episode ? state : { transcript: null, failed: false };
}
