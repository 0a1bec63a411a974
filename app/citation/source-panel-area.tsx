'use client';

import dynamic from 'next/dynamic';
import { useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { ShowRequest } from './source-panel-context.ts';
import { SourcePanelContext } from './source-panel-context.ts';

const SourcePanel = dynamic(() => import('./source-panel.tsx').then((module) => module.SourcePanel));

/** As wide as the `lg` breakpoint of globals.css: below it the panel would leave too little room for the text. */
const wide = '(min-width: 72rem)';

/** A page's content, and beside it on wide screens the source of the citation that was clicked. */
export function SourcePanelArea({ children }: { children: ReactNode }) {
  const [request, setRequest] = useState<ShowRequest | null>(null);
  const shown = request?.citation ?? null;
  const control = useMemo(
    () => ({
      shown,
      show: (next: ShowRequest) => {
        if (!window.matchMedia(wide).matches) return false;
        setRequest(next);
        return true;
      },
    }),
    [shown],
  );
  const close = () => {
    // While the panel is still there, so that the button can tell where the focus comes from.
    request?.button.focus();
    setRequest(null);
  };
  useEscape(request === null ? null : close);
  return (
    <SourcePanelContext value={control}>
      <div
        className={request === null ? 'flex grow' : 'flex grow lg:grid lg:grid-cols-[minmax(0,1fr)_29rem]'}
      >
        <div className="flex min-w-0 grow flex-col">{children}</div>
        {request !== null && (
          <SourcePanel
            citation={request.citation}
            citations={request.citations}
            onChange={(citation) => {
              setRequest({ ...request, citation });
            }}
            onClose={close}
          />
        )}
      </div>
    </SourcePanelContext>
  );
}

/** Calls `onEscape` for an Escape that nothing nearer to the focus has used. */
function useEscape(onEscape: (() => void) | null): void {
  useEffect(() => {
    if (onEscape === null) return;
    const keyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      onEscape();
    };
    document.addEventListener('keydown', keyDown);
    return () => {
      document.removeEventListener('keydown', keyDown);
    };
  }, [onEscape]);
}
