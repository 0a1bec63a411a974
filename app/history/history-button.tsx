'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { ActionButton } from '../ui/action-button.tsx';

const HistoryDialog = dynamic(() => import('./history-dialog.tsx').then((module) => module.HistoryDialog));

/** Leads to the earlier conversations of this browser. */
export function HistoryButton() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <ActionButton
        icon="history"
        aria-haspopup="dialog"
        onClick={() => {
          setOpen(true);
        }}
      >
        History
      </ActionButton>
      {open && (
        <HistoryDialog
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </>
  );
}
