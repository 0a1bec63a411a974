'use client';

import { useEffect } from 'react';

/** Brings the highlighted words into view; `quote` is the page's parameter, so that a new one scrolls again. */
export function ScrollToQuote({ quote }: { quote: string }) {
  useEffect(() => {
    const mark = document.querySelector('main mark');
    mark?.scrollIntoView({ block: 'center' });
  }, [quote]);
  return null;
}
