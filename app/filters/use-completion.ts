'use client';

import { useState } from 'react';
import type { KeyboardEvent, RefObject } from 'react';
import { useGuests } from '../ui/guests-context.ts';
import type { Completion, TypedFilter } from './typed-filters.ts';
import { completionsOf, typedFilterAt } from './typed-filters.ts';

const mostCompletions = 8;

interface Options {
  field: RefObject<HTMLTextAreaElement | null>;
  onComplete: (completion: Completion, typed: TypedFilter) => void;
}

/** Completion of a typed filter at the caret of a field: what is offered, and the keys that move, choose and dismiss. */
export function useCompletion({ field, onComplete }: Options) {
  const guests = useGuests();
  const [typed, setTyped] = useState<TypedFilter | null>(null);
  const [active, setActive] = useState(0);
  const completions = typed === null ? [] : completionsOf(typed, guests).slice(0, mostCompletions);

  /** To be called when the text or the caret may have changed. */
  const look = () => {
    const { value = '', selectionStart = 0 } = field.current ?? {};
    setTyped(typedFilterAt(value, selectionStart));
    setActive(0);
  };
  const choose = (completion: Completion) => {
    if (typed !== null) onComplete(completion, typed);
    setTyped(null);
  };
  /** True where the key was for the completion. */
  const keyDown = (event: KeyboardEvent): boolean => {
    const completion = completions[active];
    if (completion === undefined) return false;
    const { length } = completions;
    if (event.key === 'ArrowDown') setActive((active + 1) % length);
    else if (event.key === 'ArrowUp') setActive((active + length - 1) % length);
    else if (event.key === 'Enter' || event.key === 'Tab') choose(completion);
    else if (event.key === 'Escape') setTyped(null);
    else return false;
    event.preventDefault();
    return true;
  };
  const dismiss = () => {
    setTyped(null);
  };
  return { completions, active, look, choose, keyDown, dismiss };
}
