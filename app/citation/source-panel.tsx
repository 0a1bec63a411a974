'use client';

import { useEffect, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import type { Citation } from '../../lib/protocol.ts';
import { TranscriptBody } from '../transcript/transcript-body.tsx';
import { Icon } from '../ui/line-icon.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { citationName, citationPlace } from './citation-words.ts';
import { RecordingLink } from './recording-link.tsx';
import { paragraphId, quoteHref } from './source-link.ts';
import { useExcerpt } from './use-excerpt.ts';

interface Props {
  citation: Citation;
  citations: readonly Citation[];
  onChange: (citation: Citation) => void;
  onClose: () => void;
}

/** The transcript around a citation with its words highlighted, and the way to the other citations of the answer. */
export function SourcePanel({ citation, citations, onChange, onClose }: Props) {
  const panel = useRef<HTMLElement>(null);
  const at = citations.indexOf(citation);
  const step = (by: number) => {
    const next = citations[at + by];
    if (next !== undefined) onChange(next);
  };
  useEffect(() => {
    panel.current?.focus({ preventScroll: true });
  }, []);
  const keyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.key === 'ArrowRight') step(1);
    else if (event.key === 'ArrowLeft') step(-1);
    else return;
    event.preventDefault();
  };
  return (
    <section
      ref={panel}
      tabIndex={-1}
      aria-label="Source"
      data-returns-focus
      onKeyDown={keyDown}
      className="appear sticky top-14 flex h-[calc(100dvh-3.5rem)] flex-col border-l border-line bg-raised outline-none max-lg:hidden"
    >
      <header className="border-b border-line py-3 pr-3 pl-6">
        <div className="flex items-center gap-1">
          <p className="mr-auto text-small text-soft tabular-nums">
            Citation {citation.n} of {citations.length}
          </p>
          <IconButton
            icon="previous"
            name="Previous citation"
            disabled={at <= 0}
            onClick={() => {
              step(-1);
            }}
          />
          <IconButton
            icon="next"
            name="Next citation"
            disabled={at >= citations.length - 1}
            onClick={() => {
              step(1);
            }}
          />
          <IconButton icon="close" name="Close source" onClick={onClose} />
        </div>
        <p role="status" className="sr-only">
          {citationName(citation)}
        </p>
        <h2 className="font-semibold">
          {citation.speaker}
          {citation.company !== null && <span className="font-normal text-soft"> · {citation.company}</span>}
        </h2>
        <p className="mt-0.5 pr-3 text-small text-soft">{citationPlace(citation)}</p>
      </header>
      <Source key={`${citation.anchor}:${citation.start}`} citation={citation} />
      <p className="flex flex-wrap gap-x-6 border-t border-line px-6 py-3 text-small">
        <RecordingLink citation={citation} />
        <a href={quoteHref(citation)} className="link inline-flex items-center gap-1.5 font-semibold">
          Open episode {citation.episode} at this place
          <Icon name="next" />
        </a>
      </p>
    </section>
  );
}

function Source({ citation }: { citation: Citation }) {
  const excerpt = useExcerpt(citation.anchor);
  const scroller = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const mark = scroller.current?.querySelector('mark');
    if (mark && scroller.current)
      scroller.current.scrollTop +=
        mark.getBoundingClientRect().top - scroller.current.getBoundingClientRect().top - 120;
  }, [excerpt]);
  const span = { paragraph: paragraphId(citation.anchor), start: citation.start, end: citation.end };
  return (
    <div
      ref={scroller}
      tabIndex={0}
      role="group"
      aria-label="Transcript"
      className="grow overflow-y-auto px-6 pt-6"
    >
      {excerpt === null && <p className="late text-soft">Loading the transcript…</p>}
      {excerpt === 'failed' && (
        <p className="text-alarm">The transcript could not be loaded. Is the server running?</p>
      )}
      {excerpt !== null && excerpt !== 'failed' && (
        <TranscriptBody body={excerpt.body} span={span} within="panel" />
      )}
    </div>
  );
}
