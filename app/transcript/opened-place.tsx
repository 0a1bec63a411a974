'use client';

import { useEffect } from 'react';
import { bringParagraphIntoView, bringWordsIntoView } from './bring-into-view.ts';

/**
 * Brings into view what the page was opened for: the highlighted words if there are any, else the paragraph that the
 * address's fragment names; and that one again when the fragment changes. `quote` is the page's parameter, so that a
 * new one scrolls again.
 */
export function OpenedPlace({ quote }: { quote: string | null }) {
  useEffect(() => {
    let letGo: (() => void) | undefined;
    const showTarget = () => {
      letGo?.();
      const target = document.querySelector('main :target');
      if (target) letGo = bringParagraphIntoView(target);
    };
    const words = quote === null ? null : document.querySelector('main mark');
    if (words) letGo = bringWordsIntoView(words);
    else showTarget();
    window.addEventListener('hashchange', showTarget);
    return () => {
      letGo?.();
      window.removeEventListener('hashchange', showTarget);
    };
  }, [quote]);
  return null;
}
