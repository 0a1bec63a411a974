'use client';

import { use } from 'react';
import type { Citation } from '../../lib/protocol.ts';
import { Explained } from '../ui/explained.tsx';
import { CitationCard } from './citation-card.tsx';
import { citationName } from './citation-words.ts';
import { CitationsContext, SourcePanelContext } from './source-panel-context.ts';

/**
 * The number of a citation in the text. Hover and focus show the quote in its context; a click shows it in the
 * transcript beside the text, or where there is no room for that, keeps the popover open.
 */
export function CitationButton({ citation }: { citation: Citation }) {
  const panel = use(SourcePanelContext);
  const citations = use(CitationsContext);
  return (
    <Explained
      name={citationName(citation)}
      label={citation.n}
      current={panel.shown === citation}
      onOpen={(button) => panel.show({ citation, citations, button })}
      className="relative mx-0.5 inline-grid h-5 min-w-5 place-items-center rounded bg-marker px-1 align-[0.1em] font-sans text-small leading-none font-semibold text-on-marker not-italic after:absolute after:-inset-1.5 hover:outline-2 hover:outline-ink aria-[current]:outline-2 aria-[current]:outline-ink"
    >
      <CitationCard citation={citation} />
    </Explained>
  );
}
