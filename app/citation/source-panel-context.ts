'use client';

import { createContext } from 'react';
import type { Citation } from '../../lib/protocol.ts';

/** A citation to be shown in the source panel, among the citations of its answer. */
export interface ShowRequest {
  citation: Citation;
  citations: readonly Citation[];
  /** Where the focus goes back to. */
  button: HTMLElement;
}

export interface SourcePanelControl {
  /** The citation in the panel, `null` while it is closed. */
  shown: Citation | null;
  /** Opens the panel; false where there is no room for one. */
  show: (request: ShowRequest) => boolean;
}

export const SourcePanelContext = createContext<SourcePanelControl>({ shown: null, show: () => false });

/** The citations of the answer around, by number: what "next" and "previous" step through. */
export const CitationsContext = createContext<readonly Citation[]>([]);
