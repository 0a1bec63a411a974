'use client';

import { useEffect, useRef } from 'react';
import type { Citation } from '../../lib/protocol.ts';
import { MarkedText } from '../transcript/marked-text.tsx';
import { citationAddress } from './citation-words.ts';
import { RecordingLink } from './recording-link.tsx';
import { quoteHref } from './source-link.ts';
import { useExcerpt } from './use-excerpt.ts';

/** A quote inside its paragraph, with who said it, where and when, and the way to the source. */
export function CitationCard({ citation }: { citation: Citation }) {
  const excerpt = useExcerpt(citation.anchor);
  const scroller = useRef<HTMLDivElement>(null);
  const paragraph =
    excerpt === null || excerpt === 'failed'
      ? undefined
      : excerpt.body.flatMap(({ paragraphs }) => paragraphs).find(({ anchor }) => anchor === citation.anchor);
  // Until the paragraph is here, and should it never come, the quote stands alone.
  const text = paragraph?.text ?? citation.quote;
  const span = paragraph ? citation : { start: 0, end: citation.quote.length };

  useEffect(() => {
    const mark = scroller.current?.querySelector('mark');
    if (mark && scroller.current) scroller.current.scrollTop = mark.offsetTop - 16;
  }, [text]);

  return (
    <>
      <p className="px-4 pt-3 text-small">
        <span className="font-semibold">{citation.speaker}</span>
        {citation.company !== null && <span className="text-soft"> · {citation.company}</span>}
      </p>
      <div
        ref={scroller}
        tabIndex={0}
        role="group"
        aria-label="Paragraph"
        className="relative max-h-[min(38vh,18rem)] overflow-y-auto px-4 py-2 -outline-offset-2"
      >
        <blockquote className="font-serif text-base leading-relaxed">
          <MarkedText text={text} span={span} />
        </blockquote>
      </div>
      <p className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 border-t border-line px-4 py-2.5 text-small text-soft">
        <span>
          {citationAddress(citation)}
          {citation.time !== null && ` · ${citation.time}`}
        </span>
        <span className="flex flex-wrap gap-x-4">
          <RecordingLink citation={citation} />
          <a href={quoteHref(citation)} className="link font-semibold whitespace-nowrap text-ink">
            Open in transcript
          </a>
        </span>
      </p>
    </>
  );
}
