'use client';

import Link from 'next/link';
import { useEffect } from 'react';
import { noFilters } from '../filters/filters.ts';
import { useKeptConversation } from '../history/use-kept-conversation.ts';
import { addressOf } from './address.ts';
import { textOf } from './chat-message.ts';
import { Composer } from './composer.tsx';
import { Exchange } from './exchange.tsx';
import { exchanges } from './exchanges.ts';
import { StatusMessage } from './progress-line.tsx';
import { Toolbar } from './toolbar.tsx';
import { useConversation } from './use-conversation.ts';
import { usePageTitle } from './use-page-title.ts';
import type { Question } from './use-question-field.ts';
import { useQuestionField } from './use-question-field.ts';

interface Props {
  id: string;
  /** What to ask at once, unless this browser keeps the answer. */
  first: Question | null;
  /** Whether the address names the conversation, so that this browser may keep it. */
  kept: boolean;
}

/** One conversation: questions, answers, and the field below them. */
export function Conversation({ id, first, kept }: Props) {
  const chat = useConversation(id);
  const { messages, setMessages, busy, progress, error, stop } = chat;
  const typed = useQuestionField(first?.filters ?? noFilters);
  const { field } = typed;
  const asked = exchanges(messages);
  const last = asked.at(-1);

  const send = ({ text, filters }: Question, messageId?: string) => {
    window.history.replaceState(null, '', addressOf({ question: text, filters, conversation: id }));
    chat.ask(text, filters, messageId);
  };
  /** Asks what a text says, in place of an earlier question where its id is given; false where it asks nothing. */
  const ask = (text: string, messageId?: string): boolean => {
    const question = busy ? null : typed.take(text);
    if (question !== null) send(question, messageId);
    return question !== null;
  };
  const askNext = (text: string) => {
    if (!ask(text)) return;
    typed.change('');
    field.current?.focus();
  };
  const { restoring } = useKeptConversation({
    id,
    kept,
    messages,
    busy,
    onRestore: setMessages,
    onMissing: () => {
      if (first === null) return;
      send(first);
      field.current?.focus({ preventScroll: true });
    },
  });

  const lastId = last?.question.id;
  useEffect(() => {
    if (lastId !== undefined) document.getElementById(`exchange-${lastId}`)?.scrollIntoView();
  }, [lastId]);
  usePageTitle(last && textOf(last.question));
  useEscapeToStop(busy, stop);

  return (
    <div className="mx-auto flex w-full max-w-[48rem] grow flex-col px-4 sm:px-6">
      <Toolbar asked={asked} />
      <div role="log" aria-live="off" aria-label="Conversation" className="grow pt-2">
        {asked.map((each) => (
          <Exchange
            key={each.question.id}
            asked={each}
            last={each === last}
            busy={busy}
            progress={progress}
            error={each === last ? error : undefined}
            onEdit={(text) => ask(text, each.question.id)}
            onRetry={chat.retry}
            onSuggestion={askNext}
          />
        ))}
        {last === undefined && !restoring && first === null && (
          <p className="pt-8">
            This browser does not keep that conversation.{' '}
            <Link href="/" className="link">
              Start a new one
            </Link>
            .
          </p>
        )}
      </div>
      <StatusMessage busy={busy} progress={progress} answer={last?.reply?.final ? last.reply.answer : null} />
      <div className="sticky bottom-0 z-10 bg-linear-to-t from-paper from-80% to-transparent pt-4 pb-4">
        <Composer
          value={typed.draft}
          onChange={typed.change}
          filters={typed.filters}
          onFilters={typed.setFilters}
          onSubmit={() => {
            askNext(typed.draft);
          }}
          onStop={busy ? stop : undefined}
          problem={typed.problem}
          field={field}
        />
      </div>
    </div>
  );
}

/** Escape stops an answer on its way, unless something nearer to the focus uses it. */
function useEscapeToStop(busy: boolean, stop: () => void): void {
  useEffect(() => {
    if (!busy) return;
    const keyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      stop();
    };
    document.addEventListener('keydown', keyDown);
    return () => {
      document.removeEventListener('keydown', keyDown);
    };
  }, [busy, stop]);
}
