'use client';

import { useEffect, useRef, useState } from 'react';
import type { ChosenFilters } from '../filters/filters.ts';
import { joined } from '../filters/filters.ts';
import { takeTypedFilters } from '../filters/typed-filters.ts';
import { useGuests } from '../ui/guests-context.ts';

/** A question with whom and where to ask. */
export interface Question {
  text: string;
  filters: ChosenFilters;
}

/** What is being typed and chosen in the field, before it is asked. */
export function useQuestionField(chosen: ChosenFilters) {
  const guests = useGuests();
  const field = useRef<HTMLTextAreaElement>(null);
  const [draft, setDraft] = useState('');
  const [filters, setFilters] = useState(chosen);
  const [problem, setProblem] = useState('');

  useEffect(() => {
    // What was typed before the page came alive.
    setDraft(field.current?.value ?? '');
  }, []);

  /** The question in a text, with the filters chosen and those typed in it; `null` where there is none, or one is unclear. */
  const take = (text: string): Question | null => {
    const typed = takeTypedFilters(text, guests);
    if (typed.unclear.length > 0) {
      const tokens = typed.unclear.join(', ');
      setProblem(`No single guest or episode fits ${tokens}: choose one from the list, or leave it out.`);
      return null;
    }
    if (typed.text === '') return null;
    const together = joined(filters, typed.filters);
    setFilters(together);
    setProblem('');
    return { text: typed.text, filters: together };
  };
  const change = (value: string) => {
    setDraft(value);
    setProblem('');
  };
  return { field, draft, change, filters, setFilters, problem, take };
}
