'use client';

import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { ActionButton } from './action-button.tsx';
import { copyText } from './copy-text.ts';
import type { IconName } from './line-icon.tsx';

const shownFor = 2500;
const outcomes = { copied: 'Copied', refused: 'This browser does not let the page copy' };

interface Props {
  icon: IconName;
  text: () => string;
  children: ReactNode;
}

/** Copies a text when it is pressed, and says whether that worked. */
export function CopyButton({ icon, text, children }: Props) {
  const [outcome, setOutcome] = useState<keyof typeof outcomes | null>(null);
  useEffect(() => {
    if (outcome === null) return;
    const timer = setTimeout(() => {
      setOutcome(null);
    }, shownFor);
    return () => {
      clearTimeout(timer);
    };
  }, [outcome]);
  return (
    <>
      <ActionButton
        icon={outcome === 'copied' ? 'check' : icon}
        onClick={() => {
          void copyText(text()).then((copied) => {
            setOutcome(copied ? 'copied' : 'refused');
          });
        }}
      >
        {outcome === null ? children : outcomes[outcome]}
      </ActionButton>
      <span role="status" className="sr-only">
        {outcome === null ? '' : outcomes[outcome]}
      </span>
    </>
  );
}
