'use client';

import { useSearchParams } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { filtersInAddress, joined } from '../filters/filters.ts';
import { takeTypedFilters } from '../filters/typed-filters.ts';
import { useKeptConversation } from '../history/use-kept-conversation.ts';
import { useGuests } from '../ui/guests-context.ts';
import { addressOf } from './address.ts';
import { Composer } from './composer.tsx';
import { Starters, Welcome } from './empty-state.tsx';
import { Exchange } from './exchange.tsx';
import { exchanges } from './exchanges.ts';
import { StatusMessage } from './progress-line.tsx';
import { Toolbar } from './toolbar.tsx';
import { useConversation } from './use-conversation.ts';

interface Props {
  id: string;
  /** Whether the address names the conversation, so that this browser may keep it. */
  kept: boolean;
  starters: string[];
  episodes: number;
}

/** One conversation: questions, answers, and the field below them. */
export function Conversation({ id, kept, starters, episodes }: Props) {
  const guests = useGuests();
  const address = useSearchParams();
  const chat = useConversation(id);
  const { messages, setMessages, busy, progress, error, stop } = chat;
  const [draft, setDraft] = useState('');
  const [problem, setProblem] = useState('');
  const [filters, setFilters] = useState(() => filtersInAddress(address, guests));
  const field = useRef<HTMLTextAreaElement>(null);
  const asked = exchanges(messages);
  const last = asked.at(-1);

  /** Asks what was typed, with the filters chosen and those typed; false where a typed one is unclear. */
  const ask = (text: string, messageId?: string): boolean => {
    const typed = takeTypedFilters(text, guests);
    if (busy || typed.text === '') return false;
    if (typed.unclear.length > 0) {
      setProblem(
        `No single guest or episode fits ${typed.unclear.join(', ')}: choose one from the list, or leave it out.`,
      );
      return false;
    }
    const together = joined(filters, typed.filters);
    setFilters(together);
    setProblem('');
    window.history.replaceState(
      null,
      '',
      addressOf({ question: typed.text, filters: together, conversation: id }),
    );
    chat.ask(typed.text, together, messageId);
    return true;
  };
  const { restoring } = useKeptConversation({
    id,
    kept,
    messages,
    busy,
    onRestore: setMessages,
    onMissing: () => {
      ask(address.get('q') ?? '');
    },
  });

  useEffect(() => {
    // What was typed before the page came alive.
    setDraft(field.current?.value ?? '');
  }, []);
  const lastId = last?.question.id;
  useEffect(() => {
    if (lastId !== undefined) document.getElementById(`exchange-${lastId}`)?.scrollIntoView();
  }, [lastId]);
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
  });

  const submit = (text: string) => {
    if (!ask(text)) return;
    setDraft('');
    field.current?.focus();
  };
  const empty = asked.length === 0 && !restoring;
  return (
    <div className="mx-auto flex w-full max-w-[48rem] grow flex-col px-4 sm:px-6">
      <Toolbar asked={asked} />
      {empty && <Welcome episodes={episodes} />}
      <div role="log" aria-live="off" aria-label="Conversation" className={empty ? '' : 'grow pt-2'}>
        {asked.map((each) => {
          const isLast = each === last;
          return (
            <Exchange
              key={each.question.id}
              asked={each}
              last={isLast}
              busy={busy}
              progress={progress}
              error={isLast ? error : undefined}
              onEdit={(text) => ask(text, each.question.id)}
              onRetry={chat.retry}
              onSuggestion={submit}
            />
          );
        })}
      </div>
      <StatusMessage busy={busy} progress={progress} answer={last?.reply?.final ? last.reply.answer : null} />
      <div className={empty ? '' : 'sticky bottom-0 z-10 bg-paper pb-4'}>
        <Composer
          value={draft}
          onChange={(value) => {
            setDraft(value);
            setProblem('');
          }}
          filters={filters}
          onFilters={setFilters}
          onSubmit={() => {
            submit(draft);
          }}
          onStop={stop}
          busy={busy}
          problem={problem}
          field={field}
        />
      </div>
      {empty && <Starters questions={starters} ask={submit} />}
    </div>
  );
}
