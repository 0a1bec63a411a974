'use client';

import { useSearchParams } from 'next/navigation';
import { useEffect, useState } from 'react';
import { SourcePanelArea } from '../citation/source-panel-area.tsx';
import type { Guest } from '../ui/guests-context.ts';
import { GuestsContext } from '../ui/guests-context.ts';
import { Conversation } from './conversation.tsx';

interface Props {
  starters: string[];
  guests: Guest[];
  episodes: number;
}

/**
 * The ask page. Its address is its state: `c` names a conversation that this browser keeps, `q` a question to ask where
 * it does not, `guest` and `ep` the filters; without any it is a new conversation.
 */
export function Ask({ starters, guests, episodes }: Props) {
  const address = useSearchParams();
  const named = address.get('c');
  const [unused, setUnused] = useState<string>(() => crypto.randomUUID());
  useEffect(() => {
    // The new conversation has got its first question: the next new one needs another id.
    if (named === unused) setUnused(crypto.randomUUID());
  }, [named, unused]);
  const id = named ?? unused;
  return (
    <GuestsContext value={guests}>
      <SourcePanelArea key={id}>
        <Conversation id={id} kept={named !== null} starters={starters} episodes={episodes} />
      </SourcePanelArea>
    </GuestsContext>
  );
}
