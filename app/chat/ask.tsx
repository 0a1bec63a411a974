'use client';

import dynamic from 'next/dynamic';
import { useSearchParams } from 'next/navigation';
import { useEffect, useState } from 'react';
import { SourcePanelArea } from '../citation/source-panel-area.tsx';
import { filtersInAddress } from '../filters/filters.ts';
import type { Guest } from '../ui/guests-context.ts';
import { GuestsContext } from '../ui/guests-context.ts';
import { addressOf } from './address.ts';
import { NewConversation } from './new-conversation.tsx';
import { ProgressLine } from './progress-line.tsx';
import type { Question } from './use-question-field.ts';

/** What answers need comes with the first question, not with the first page. */
const loadConversation = () => import('./conversation.tsx').then((module) => module.Conversation);
const Conversation = dynamic(loadConversation, {
  loading: () => (
    <div className="mx-auto w-full max-w-[48rem] px-4 pt-12 sm:px-6">
      <ProgressLine progress="searching" />
    </div>
  ),
});

interface Props {
  starters: string[];
  guests: Guest[];
  episodes: number;
}

/**
 * The ask page. Its address is its state: `c` names a conversation that this browser keeps, `q` a question to ask where
 * it does not, `guest` and `ep` the filters; without a question it is a new conversation.
 */
export function Ask({ starters, guests, episodes }: Props) {
  const address = useSearchParams();
  const named = address.get('c');
  const [unused, setUnused] = useState<string>(() => crypto.randomUUID());
  const [asked, setAsked] = useState<{ id: string; question: Question } | null>(null);
  useEffect(() => {
    // The new conversation has got its first question: the next new one needs another id.
    if (named === unused) setUnused(crypto.randomUUID());
  }, [named, unused]);

  const id = named ?? unused;
  const filters = filtersInAddress(address, guests);
  const text = address.get('q')?.trim() ?? '';
  const inAddress = text === '' ? null : { text, filters };
  const askedHere = asked?.id === id ? asked.question : null;
  const isNew = named === null && inAddress === null && askedHere === null;
  return (
    <GuestsContext value={guests}>
      <SourcePanelArea key={id}>
        {isNew ? (
          <NewConversation
            starters={starters}
            episodes={episodes}
            filters={filters}
            onTyping={() => void loadConversation()}
            onAsk={(question) => {
              setAsked({ id, question });
              window.history.replaceState(
                null,
                '',
                addressOf({ question: question.text, filters: question.filters, conversation: id }),
              );
            }}
          />
        ) : (
          <Conversation id={id} first={askedHere ?? inAddress} kept={askedHere === null && named !== null} />
        )}
      </SourcePanelArea>
    </GuestsContext>
  );
}
