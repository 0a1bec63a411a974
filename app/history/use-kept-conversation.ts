'use client';

import { useEffect, useRef, useState } from 'react';
import { textOf } from '../chat/chat-message.ts';
import type { ChatMessage } from '../chat/chat-message.ts';
import { messagesToKeep } from './conversation.ts';
import { conversationStore } from './conversation-store.ts';

const longestTitle = 80;

interface Options {
  id: string;
  /** Whether the conversation may be kept already; asked once, when it is opened. */
  kept: boolean;
  messages: ChatMessage[];
  busy: boolean;
  onRestore: (messages: ChatMessage[]) => void;
  /** Called once where there is nothing to restore. */
  onMissing: () => void;
}

/** Opens a conversation that this browser keeps, and keeps it up to date as it goes on. */
export function useKeptConversation({ id, kept, messages, busy, onRestore, onMissing }: Options) {
  const [restoring, setRestoring] = useState(kept);
  const opened = useRef(false);

  useEffect(() => {
    if (opened.current) return;
    opened.current = true;
    const open = async () => {
      // A browser that keeps nothing has nothing to restore.
      const conversation = kept ? await conversationStore.get(id).catch(() => null) : null;
      setRestoring(false);
      if (conversation === null) onMissing();
      else onRestore(conversation.messages);
    };
    void open();
  }, [id, kept, onMissing, onRestore]);

  useEffect(() => {
    // Once when a question is asked and once when it is answered, not for each of the snapshots between.
    const arriving = busy && messages.at(-1)?.role === 'assistant';
    if (!restoring && !arriving && messages.length > 0) void keep(id, messages);
  }, [id, messages, busy, restoring]);

  return { restoring };
}

async function keep(id: string, messages: readonly ChatMessage[]): Promise<void> {
  try {
    const known = await conversationStore.get(id);
    const kept = messagesToKeep(messages);
    if (JSON.stringify(known?.messages) === JSON.stringify(kept)) return;
    const first = messages.find(({ role }) => role === 'user');
    const title = known?.title ?? (first === undefined ? '' : textOf(first).slice(0, longestTitle));
    await conversationStore.put({ id, title, updated: Date.now(), messages: kept });
  } catch (error) {
    // The conversation goes on without being kept; the history says so when it is opened.
    if (!(error instanceof DOMException)) throw error;
  }
}
