'use client';

import * as Popover from '@radix-ui/react-popover';
import { useEffect, useRef, useState } from 'react';
import type { Citation } from '../../lib/protocol.ts';
import { CitationCard } from './citation-card.tsx';
import { citationName } from './citation-words.ts';

/** `peek` comes and goes with the pointer or the focus; `pinned` was asked for and stays until dismissed. */
type Shown = 'no' | 'peek' | 'pinned';

const hoverDelay = 120;
/** Long enough for the pointer to cross the gap to the popover. */
const leaveDelay = 220;

/** The number of a citation in the text: a button that shows the quote in its context. */
export function CitationButton({ citation }: { citation: Citation }) {
  const [shown, setShown] = useState<Shown>('no');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const button = useRef<HTMLButtonElement>(null);
  const content = useRef<HTMLDivElement>(null);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
    },
    [],
  );

  const later = (delay: number, next: (now: Shown) => Shown) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      setShown(next);
    }, delay);
  };
  const enter = (event: React.PointerEvent) => {
    if (event.pointerType === 'mouse') later(hoverDelay, (now) => (now === 'no' ? 'peek' : now));
  };
  const leave = (event: React.PointerEvent) => {
    if (event.pointerType === 'mouse') later(leaveDelay, (now) => (now === 'peek' ? 'no' : now));
  };
  const close = () => {
    clearTimeout(timer.current);
    if (content.current?.contains(document.activeElement)) button.current?.focus();
    setShown('no');
  };

  return (
    <Popover.Root open={shown !== 'no'}>
      <span
        className="whitespace-nowrap"
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget) && shown === 'peek') setShown('no');
        }}
      >
        <Popover.Anchor asChild>
          <button
            ref={button}
            type="button"
            aria-label={citationName(citation)}
            aria-expanded={shown !== 'no'}
            data-citation={citation.n}
            onPointerEnter={enter}
            onPointerLeave={leave}
            onFocus={(event) => {
              if (shown === 'no' && event.currentTarget.matches(':focus-visible')) setShown('peek');
            }}
            onClick={() => {
              clearTimeout(timer.current);
              setShown(shown === 'pinned' ? 'no' : 'pinned');
            }}
            className="relative mx-0.5 inline-grid h-5 min-w-5 place-items-center rounded bg-marker px-1 align-[0.1em] font-sans text-small leading-none font-semibold text-on-marker after:absolute after:-inset-1.5 hover:outline-2 hover:outline-ink"
          >
            {citation.n}
          </button>
        </Popover.Anchor>
        <Popover.Content
          ref={content}
          side="bottom"
          align="start"
          sideOffset={6}
          collisionPadding={{ top: 64, bottom: 16, left: 16, right: 16 }}
          aria-label={citationName(citation)}
          onOpenAutoFocus={(event) => {
            event.preventDefault();
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
          }}
          onEscapeKeyDown={close}
          onInteractOutside={(event) => {
            if (event.target instanceof Node && button.current?.contains(event.target)) return;
            setShown('no');
          }}
          onPointerEnter={enter}
          onPointerLeave={leave}
          className="appear z-30 w-[min(28rem,calc(100vw-2rem))] rounded-card border border-line bg-raised text-left whitespace-normal text-ink shadow-xl shadow-black/15"
        >
          <CitationCard citation={citation} />
        </Popover.Content>
      </span>
    </Popover.Root>
  );
}
