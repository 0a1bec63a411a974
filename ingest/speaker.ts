import type { Cast } from './cast.ts';
import type { Attribution, Role } from './episode.ts';
import type { ReadLine } from './episode-parts.ts';
import { unknownSpeaker } from './generic-labels.ts';
import { callsSomebody } from './line-kinds.ts';
import { firstName } from './names.ts';

/** Who says a paragraph, and how we know. */
export interface Attributed {
  speaker: string | null;
  role: Role;
  label: string | null;
  attribution: Attribution;
  /** Why it is not simply what the label says; null where it is, or where that was said before. */
  reason: string | null;
}

export interface SpeakerQuestion {
  text: string;
  label: (NonNullable<ReadLine['label']> & { lacksColon: boolean }) | null;
  /** The speaker of the label that follows, where no heading stands before it. */
  next: string | null;
  /** The paragraph before it, and whether a heading stands between. */
  previous: (Attributed & { text: string; inSection: boolean }) | null;
  /** Whether a guest has been heard before: until then the host introduces. */
  guestHeard: boolean;
  /** Whether anybody is labelled in the episode. */
  isInterview: boolean;
  continuationIsCertain: boolean;
}

/** Tells who says a paragraph: by its label, where that is missing by its neighbours and its words. */
export function speakerOf(question: SpeakerQuestion, cast: Cast): Attributed {
  const { label, previous, isInterview, continuationIsCertain } = question;
  if (label) return byLabel(label, cast);
  if (!isInterview)
    return { speaker: null, role: 'guest', label: null, attribution: 'inferred', reason: null };
  if (previous && continuationIsCertain) return { ...previous, reason: null };
  const inferred = answered(question, cast) ?? called(question, cast);
  if (inferred) return inferred;
  if (previous?.inSection) return { ...previous, label: null, reason: null };
  if (previous) return infer(previous.speaker, cast, 'no label after the heading; goes on from before it');
  if (cast.host) return infer(cast.host.name, cast, 'no label; the host opens the episode');
  return infer(unknownSpeaker, cast, 'no label, and nothing tells who speaks');
}

function byLabel(label: NonNullable<SpeakerQuestion['label']>, cast: Cast): Attributed {
  const { speaker, attribution, reason } = cast.identify(label.name);
  const named = { speaker, role: cast.roleOf(speaker), label: label.name };
  if (!label.lacksColon) return { ...named, attribution, reason };
  return { ...named, attribution: 'corrected', reason: `the colon after “${label.name}” is missing` };
}

/**
 * The host asked, nobody is labelled, and then the host is labelled again: speakers take turns, so what stands between
 * is the guest's answer. With several guests nobody can tell whose.
 */
function answered({ text, previous, next, guestHeard }: SpeakerQuestion, cast: Cast): Attributed | null {
  const [guest] = cast.guests;
  if (!guest || cast.guests.length > 1 || !cast.host || !guestHeard || next !== cast.host.name) return null;
  if (previous?.role !== 'host' || !/[?]["”’)]?$/u.test(previous.text)) return null;
  if (text.includes('?') || callsSomebody(text, new Set([firstName(guest.name)]))) return null;
  return infer(guest.name, cast, 'no label; the host asked before it and speaks again after it');
}

/** Nobody calls himself by name: who calls the guest is the host, and the other way round. */
function called({ text, previous }: SpeakerQuestion, cast: Cast): Attributed | null {
  const { host, guests } = cast;
  if (!host) return null;
  const callsGuest = guests.find(({ name }) => callsSomebody(text, new Set([firstName(name)])));
  const callsHost = callsSomebody(text, new Set([firstName(host.name)]));
  const speaker = callsGuest ? host.name : callsHost && guests.length === 1 ? guests[0]?.name : undefined;
  if (speaker === undefined || (previous?.inSection && previous.speaker === speaker)) return null;
  return infer(speaker, cast, `no label; calls ${callsGuest?.name ?? host.name} by name`);
}

function infer(speaker: string | null, cast: Cast, reason: string): Attributed {
  return { speaker, role: cast.roleOf(speaker), label: null, attribution: 'inferred', reason };
}
