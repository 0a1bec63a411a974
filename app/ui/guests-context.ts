'use client';

import { createContext, useContext } from 'react';

/** A person that can be asked about. */
export interface Guest {
  name: string;
  company: string | null;
  episode: number;
}

export const GuestsContext = createContext<readonly Guest[]>([]);

/** The shelf's guests. */
export function useGuests(): readonly Guest[] {
  return useContext(GuestsContext);
}
