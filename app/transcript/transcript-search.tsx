'use client';

import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { Icon } from '../ui/line-icon.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { bringWordsIntoView } from './bring-into-view.ts';
import { findInTranscript, showHits } from './find-in-transcript.ts';

/** Finds words on a transcript page: all places marked, Enter and Shift+Enter step through them. */
export function TranscriptSearch() {
  const [words, setWords] = useState('');
  const [hits, setHits] = useState<Range[]>([]);
  const [at, setAt] = useState(0);
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => {
    showHits(hits, at);
    const hit = hits[at];
    return hit && bringWordsIntoView(hit);
  }, [hits, at]);
  useEffect(
    () => () => {
      showHits([], 0);
    },
    [],
  );

  const search = (next: string) => {
    setWords(next);
    setHits(findInTranscript(document, next));
    setAt(0);
  };
  const step = (by: number) => {
    if (hits.length > 0) setAt((at + by + hits.length) % hits.length);
  };
  const keyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') step(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape') search('');
    else return;
    event.preventDefault();
  };

  return (
    <search className="flex items-center rounded-lg border border-edge bg-raised pl-3 focus-within:border-ink focus-within:ring-1 focus-within:ring-ink">
      <Icon name="search" />
      <input
        ref={field}
        type="text"
        value={words}
        onChange={(event) => {
          search(event.target.value);
        }}
        onKeyDown={keyDown}
        aria-label="Find in this episode"
        placeholder="Find in this episode"
        autoComplete="off"
        className="h-9 min-w-0 grow bg-transparent px-2 outline-none placeholder:text-soft"
      />
      <span role="status" className="text-small whitespace-nowrap text-soft tabular-nums">
        {words.trim() === '' ? '' : hits.length === 0 ? 'not found' : `${at + 1} of ${hits.length}`}
      </span>
      {hits.length > 0 && (
        <>
          <IconButton
            icon="previous"
            name="Previous place"
            onClick={() => {
              step(-1);
            }}
          />
          <IconButton
            icon="next"
            name="Next place"
            onClick={() => {
              step(1);
            }}
          />
        </>
      )}
    </search>
  );
}
