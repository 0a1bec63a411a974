'use client';

import { useChat } from '@ai-sdk/react';
import { DefaultChatTransport } from 'ai';
import { useState } from 'react';
import type { ChatMessage, Progress } from './chat-message.ts';

const transport = new DefaultChatTransport<ChatMessage>({
  api: '/api/chat',
  // The engine needs the questions alone; sending its own answers back would only grow each request.
  prepareSendMessagesRequest: ({ messages, body }) => ({
    body: { ...body, messages: messages.filter(({ role }) => role === 'user') },
  }),
});

/** The conversation and where the question under way is. */
export function useConversation() {
  const [progress, setProgress] = useState<Progress>('searching');
  const chat = useChat<ChatMessage>({
    transport,
    onData: (part) => {
      if (part.type === 'data-status') setProgress(part.data.status);
    },
  });
  const busy = chat.status === 'submitted' || chat.status === 'streaming';
  return { ...chat, busy, progress: chat.status === 'submitted' ? ('searching' as const) : progress };
}
