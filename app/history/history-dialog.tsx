'use client';

import { useEffect, useState } from 'react';
import { SideDialog } from '../ui/side-dialog.tsx';
import type { Conversation } from './conversation.ts';
import { conversationStore } from './conversation-store.ts';
import { DeleteAll } from './delete-all.tsx';
import { HistoryEntry } from './history-entry.tsx';

/** `null` while they are being read, `'unavailable'` where the browser keeps nothing. */
type Kept = Conversation[] | 'unavailable' | null;

/** The earlier conversations of this browser: to open, rename and delete. */
export function HistoryDialog({ onClose }: { onClose: () => void }) {
  const [kept, setKept] = useState<Kept>(null);
  const unavailable = () => {
    setKept('unavailable');
  };
  useEffect(() => {
    conversationStore.list().then(setKept, () => {
      setKept('unavailable');
    });
  }, []);
  const change = (work: Promise<void>) => {
    work.then(() => conversationStore.list()).then(setKept, unavailable);
  };
  const entries = Array.isArray(kept) ? kept : [];
  return (
    <SideDialog title="Conversations" note="Kept in this browser only" onClose={onClose} className="w-104">
      <div className="grow overflow-y-auto px-4 py-4">
        {kept === 'unavailable' && (
          <p className="px-2 text-alarm">
            This browser keeps no conversations here, perhaps because the window is private.
          </p>
        )}
        {Array.isArray(kept) && kept.length === 0 && <p className="px-2">None yet.</p>}
        <ul>
          {entries.map((conversation) => (
            <HistoryEntry
              key={conversation.id}
              conversation={conversation}
              onOpen={onClose}
              onRename={(title) => {
                change(conversationStore.put({ ...conversation, title }));
              }}
              onDelete={() => {
                change(conversationStore.delete(conversation.id));
              }}
            />
          ))}
        </ul>
      </div>
      {entries.length > 1 && (
        <DeleteAll
          onDelete={() => {
            change(conversationStore.clear());
          }}
        />
      )}
    </SideDialog>
  );
}
