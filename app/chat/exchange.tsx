import type { ReactNode } from 'react';
import type { ChatMessage } from './chat-message.ts';
import { textOf } from './chat-message.ts';

/** One question and what came of it. The last one fills the screen, so that an arriving answer moves nothing. */
export function Exchange({
  question,
  last,
  children,
}: {
  question: ChatMessage;
  last: boolean;
  children: ReactNode;
}) {
  return (
    <article
      id={`exchange-${question.id}`}
      className={`scroll-mt-20 pt-2 pb-12 ${last ? 'min-h-[calc(100dvh-12.5rem)]' : ''}`}
    >
      <h2 className="mb-5 max-w-[40ch] text-lead font-bold tracking-tight whitespace-pre-wrap">
        {textOf(question)}
      </h2>
      {children}
    </article>
  );
}
