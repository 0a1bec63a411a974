'use client';

import * as Dialog from '@radix-ui/react-dialog';
import { useState } from 'react';
import { ActionButton } from '../ui/action-button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import type { Conversation } from './conversation.ts';
import { conversationStore } from './conversation-store.ts';
import { HistoryEntry } from './history-entry.tsx';

/** `null` while they are being read, `'unavailable'` where the browser keeps nothing. */
type Kept = Conversation[] | 'unavailable' | null;

/** The earlier conversations of this browser: to open, rename and delete. */
export function HistoryDialog() {
  const [open, setOpen] = useState(false);
  const [kept, setKept] = useState<Kept>(null);
  const refresh = () => {
    conversationStore.list().then(setKept, () => {
      setKept('unavailable');
    });
  };
  const change = (work: Promise<void>) => {
    work.then(refresh, () => {
      setKept('unavailable');
    });
  };
  const close = () => {
    setOpen(false);
  };
  return (
    <Dialog.Root
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        if (next) refresh();
      }}
    >
      <Dialog.Trigger asChild>
        <ActionButton icon="history">History</ActionButton>
      </Dialog.Trigger>
      <Dialog.Overlay className="fixed inset-0 z-40 bg-black/30" />
      <Dialog.Content
        aria-describedby={undefined}
        className="fixed inset-y-0 right-0 z-50 flex w-[min(26rem,100vw)] flex-col border-l border-line bg-paper shadow-xl shadow-black/20"
      >
        <div className="flex items-center justify-between py-3 pr-3 pl-5">
          <Dialog.Title className="text-lead font-bold tracking-tight">Conversations</Dialog.Title>
          <Dialog.Close asChild>
            <IconButton icon="close" name="Close conversations" />
          </Dialog.Close>
        </div>
        <p className="px-5 pb-3 text-small text-soft">Kept in this browser only.</p>
        <div className="grow overflow-y-auto px-3 pb-4">
          {kept === 'unavailable' && (
            <p className="px-2 text-alarm">
              This browser keeps no conversations here, perhaps because the window is private.
            </p>
          )}
          {Array.isArray(kept) && kept.length === 0 && <p className="px-2">None yet.</p>}
          {Array.isArray(kept) && (
            <ul>
              {kept.map((conversation) => (
                <HistoryEntry
                  key={conversation.id}
                  conversation={conversation}
                  onOpen={close}
                  onRename={(title) => {
                    change(conversationStore.put({ ...conversation, title }));
                  }}
                  onDelete={() => {
                    change(conversationStore.delete(conversation.id));
                  }}
                />
              ))}
            </ul>
          )}
        </div>
        {Array.isArray(kept) && kept.length > 1 && (
          <DeleteAll
            onDelete={() => {
              change(conversationStore.clear());
            }}
          />
        )}
      </Dialog.Content>
    </Dialog.Root>
  );
}

function DeleteAll({ onDelete }: { onDelete: () => void }) {
  const [asked, setAsked] = useState(false);
  return (
    <div className="flex items-center gap-2 border-t border-line px-3 py-3">
      {asked ? (
        <>
          <span className="px-2">Delete all of them?</span>
          <ActionButton icon="trash" onClick={onDelete}>
            Delete all
          </ActionButton>
          <ActionButton
            icon="close"
            onClick={() => {
              setAsked(false);
            }}
          >
            Keep
          </ActionButton>
        </>
      ) : (
        <ActionButton
          icon="trash"
          onClick={() => {
            setAsked(true);
          }}
        >
          Delete all…
        </ActionButton>
      )}
    </div>
  );
}
