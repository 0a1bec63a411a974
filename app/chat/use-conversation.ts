'use client';

import { useChat } from '@ai-sdk/react';
import { DefaultChatTransport } from 'ai';
import { useState } from 'react';
import type { ChosenFilters } from '../filters/filters.ts';
import { filtersOf } from '../filters/filters.ts';
import type { ChatMessage, Progress } from './chat-message.ts';

const transport = new DefaultChatTransport<ChatMessage>({
  api: '/api/chat',
  // The engine needs the questions alone; sending its own answers back would only grow each request.
  prepareSendMessagesRequest: ({ messages }) => {
    const questions = messages.filter(({ role }) => role === 'user');
    return { body: { messages: questions, filters: questions.at(-1)?.metadata?.filters } };
  },
});

/** The conversation and where the question under way is. */
export function useConversation(id: string) {
  const [progress, setProgress] = useState<Progress>('searching');
  const { messages, setMessages, sendMessage, regenerate, stop, error, clearError, status } =
    useChat<ChatMessage>({
      id,
      transport,
      onData: (part) => {
        if (part.type === 'data-status') setProgress(part.data.status);
      },
    });
  const busy = status === 'submitted' || status === 'streaming';

  /** Asks a question, in place of the one with `messageId` and all that followed it where that is given. */
  const ask = (text: string, filters: ChosenFilters, messageId?: string) => {
    const chosen = filtersOf(filters);
    void sendMessage({ text, metadata: chosen === undefined ? {} : { filters: chosen }, messageId });
  };
  return {
    messages,
    setMessages,
    ask,
    /** Asks the last question again. */
    retry: () => void regenerate(),
    stop: () => void stop(),
    error,
    clearError,
    busy,
    progress: status === 'submitted' ? ('searching' as const) : progress,
  };
}
