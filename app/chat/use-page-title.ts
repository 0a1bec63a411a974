'use client';

import { useEffect } from 'react';
import { titleOf } from './page-title.ts';

/** Names the page by the question last asked, for as long as the conversation is there. */
export function usePageTitle(question: string | undefined): void {
  useEffect(() => {
    if (question === undefined) return;
    const before = document.title;
    const title = titleOf(question);
    document.title = title;
    return () => {
      // The page that comes next may have its own title by now.
      if (document.title === title) document.title = before;
    };
  }, [question]);
}
