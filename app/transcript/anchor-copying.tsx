'use client';

import { useEffect, useState } from 'react';
import { copyText } from '../ui/copy-text.ts';

const shownFor = 2500;

/** Makes the numbers of the paragraphs copy their link when they are clicked, and says so. */
export function AnchorCopying() {
  const [message, setMessage] = useState('');
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    // One listener for a page of ten thousand paragraphs. The click still goes where the link leads.
    const click = (event: MouseEvent) => {
      const link =
        event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-anchor]') : null;
      if (link === null || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
      void copyText(link.href).then((copied) => {
        setMessage(
          copied
            ? 'Link to this paragraph copied'
            : 'This browser does not let the page copy: the link is in the address bar',
        );
        clearTimeout(timer);
        timer = setTimeout(() => {
          setMessage('');
        }, shownFor);
      });
    };
    document.addEventListener('click', click);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('click', click);
    };
  }, []);
  return (
    <p
      role="status"
      className={`fixed bottom-6 left-1/2 z-30 -translate-x-1/2 rounded-full bg-ink px-4 py-2 text-small text-paper shadow-lg ${message === '' ? 'invisible' : ''}`}
    >
      {message}
    </p>
  );
}
