'use client';

import { useState } from 'react';
import { ActionButton } from '../ui/action-button.tsx';

/** Deletes all conversations, having asked whether that is meant. */
export function DeleteAll({ onDelete }: { onDelete: () => void }) {
  const [asking, setAsking] = useState(false);
  return (
    <div className="flex flex-wrap items-center gap-1 border-t border-line px-4 py-3">
      {asking ? (
        <>
          <span className="px-2">Delete all of them?</span>
          <ActionButton icon="trash" onClick={onDelete}>
            Delete all
          </ActionButton>
          <ActionButton
            icon="close"
            onClick={() => {
              setAsking(false);
            }}
          >
            Keep
          </ActionButton>
        </>
      ) : (
        <ActionButton
          icon="trash"
          onClick={() => {
            setAsking(true);
          }}
        >
          Delete all…
        </ActionButton>
      )}
    </div>
  );
}
