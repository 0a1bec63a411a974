'use client';

import { useEffect, useRef, useState } from 'react';
import { AnswerView } from './answer-view.tsx';
import { answerOf } from './chat-message.ts';
import { Composer } from './composer.tsx';
import { Starters, Welcome } from './empty-state.tsx';
import { Exchange } from './exchange.tsx';
import { exchanges } from './exchanges.ts';
import { Failure } from './failure.tsx';
import type { Guest } from './guests-context.ts';
import { GuestsContext } from './guests-context.ts';
import { ProgressLine, StatusMessage } from './progress-line.tsx';
import { useConversation } from './use-conversation.ts';

interface Props {
  starters: string[];
  guests: Guest[];
  episodes: number;
}

/** The conversation: questions, answers, and the field below them. */
export function Chat({ starters, guests, episodes }: Props) {
  const { messages, sendMessage, regenerate, stop, error, busy, progress } = useConversation();
  const [draft, setDraft] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  const asked = exchanges(messages);
  const lastId = asked.at(-1)?.question.id;
  const reply = asked.at(-1)?.reply ?? null;
  const latest = reply === null ? null : answerOf(reply);

  useEffect(() => {
    // What was typed before the page came alive.
    setDraft(field.current?.value ?? '');
  }, []);
  useEffect(() => {
    if (lastId !== undefined) document.getElementById(`exchange-${lastId}`)?.scrollIntoView();
  }, [lastId]);

  const ask = (question: string) => {
    if (busy || question.trim() === '') return;
    setDraft('');
    field.current?.focus();
    void sendMessage({ text: question.trim() });
  };
  const empty = asked.length === 0;

  return (
    <GuestsContext value={guests}>
      <div className="mx-auto flex w-full max-w-[48rem] grow flex-col px-4 sm:px-6">
        {empty && <Welcome episodes={episodes} />}
        <div role="log" aria-live="off" aria-label="Conversation" className={empty ? '' : 'grow pt-6'}>
          {asked.map(({ question, reply }) => {
            const last = question.id === lastId;
            const answer = reply === null ? null : answerOf(reply);
            return (
              <Exchange key={question.id} question={question} last={last}>
                {answer !== null && <AnswerView {...answer} />}
                {last && busy && !answer?.final && (
                  <div className="mt-4">
                    <ProgressLine progress={progress} />
                  </div>
                )}
                {last && error !== undefined && (
                  <div className="mt-4">
                    <Failure error={error} retry={() => void regenerate()} />
                  </div>
                )}
              </Exchange>
            );
          })}
        </div>
        <StatusMessage busy={busy} progress={progress} answer={latest?.final ? latest.answer : null} />
        <div className={empty ? '' : 'sticky bottom-0 z-10 bg-paper pb-4'}>
          <Composer
            value={draft}
            onChange={setDraft}
            onSubmit={() => {
              ask(draft);
            }}
            onStop={() => void stop()}
            busy={busy}
            field={field}
          />
        </div>
        {empty && <Starters questions={starters} guests={guests} ask={ask} />}
      </div>
    </GuestsContext>
  );
}
