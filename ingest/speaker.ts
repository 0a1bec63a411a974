import { editDistance } from './edit-distance.ts';
import type { Attribution, Person, Role } from './episode.ts';
import type { Cast } from './people.ts';

export interface SpeakerQuestion {
  text: string;
  label: { name: string; marked: boolean } | null;
  /** The label that follows, where no heading stands before it. */
  nextLabel: string | null;
  /** Whether a heading stands right before it. */
  opensSection: boolean;
  /** Whether a guest has been heard before: until then the host introduces. */
  guestHeard: boolean;
  previous: { speaker: string | null; role: Role; attribution: Attribution; text: string } | null;
  cast: Cast;
}

export interface SpeakerAnswer {
  speaker: string | null;
  role: Role;
  label: string | null;
  attribution: Attribution;
  /** Why it is not simply what the label says. */
  reason: string | null;
}

/** Tells who says a paragraph: by its label, where that is missing or wrong by its neighbours and its words. */
export function speakerOf(question: SpeakerQuestion): SpeakerAnswer {
  const { label, previous, cast } = question;
  if (label) return byLabel(label, question);
  if (!cast.host && !previous)
    return { speaker: null, role: 'guest', label: null, attribution: 'inferred', reason: null };
  const answers = answersUnlabelled(question);
  if (answers) return answers;
  if (previous) {
    const { speaker, role, attribution } = previous;
    return { speaker, role, label: null, attribution, reason: null };
  }
  return unlabelledOpening(question);
}

function byLabel(
  { name, marked }: { name: string; marked: boolean },
  { text, cast }: SpeakerQuestion,
): SpeakerAnswer {
  const people = [...(cast.host ? [cast.host] : []), ...cast.guests];
  const roleOf = (person: Person): Role => (person === cast.host ? 'host' : 'guest');
  const exact = people.find((person) => isNamed(person, name));
  if (exact) {
    return {
      speaker: exact.name,
      role: roleOf(exact),
      label: name,
      attribution: marked ? 'labelled' : 'corrected',
      reason: marked ? null : `the colon after “${name}” is missing`,
    };
  }
  const introduced = people.find((person) =>
    new RegExp(`\\bI(?:[’']m| am)\\b[^.!?]{0,30}\\b${escape(person.name)}\\b`, 'u').test(text),
  );
  if (introduced) {
    const reason = `“${name}” introduces himself or herself as ${introduced.name}`;
    return {
      speaker: introduced.name,
      role: roleOf(introduced),
      label: name,
      attribution: 'corrected',
      reason,
    };
  }
  const near = people.filter((person) => firstNames(person).some((first) => isSlipOf(name, first)));
  const [nearest] = near;
  if (nearest && near.length === 1) {
    const reason = `“${name}” is a slip for ${nearest.name}, who is heard in this episode`;
    return { speaker: nearest.name, role: roleOf(nearest), label: name, attribution: 'corrected', reason };
  }
  return { speaker: name, role: 'guest', label: name, attribution: 'labelled', reason: null };
}

/**
 * The host asked, nobody is labelled, and then the host is labelled again: speakers take turns, so what stands between
 * is the guest's answer.
 */
function answersUnlabelled(question: SpeakerQuestion): SpeakerAnswer | null {
  const { text, previous, nextLabel, guestHeard, cast } = question;
  const [guest] = cast.guests;
  if (!guest || cast.guests.length > 1 || !cast.host || !guestHeard) return null;
  if (previous?.role !== 'host' || nextLabel === null) return null;
  const asked = /\?\s*$/.test(previous.text);
  const hostNext = isNamed(cast.host, nextLabel);
  if (!asked || !hostNext || text.includes('?') || callsByName(text, guest)) return null;
  const reason = 'no label; the host asked before it and speaks again after it';
  return { speaker: guest.name, role: 'guest', label: null, attribution: 'inferred', reason };
}

function unlabelledOpening({ text, opensSection, cast }: SpeakerQuestion): SpeakerAnswer {
  const [guest] = cast.guests;
  const called = cast.guests.find((person) => callsByName(text, person));
  if (cast.host && (called || !opensSection)) {
    const reason = called ? `no label; calls ${called.name} by name` : 'no label; the host opens the episode';
    return { speaker: cast.host.name, role: 'host', label: null, attribution: 'inferred', reason };
  }
  if (guest && cast.host && callsByName(text, cast.host)) {
    const reason = `no label; calls ${cast.host.name} by name`;
    return { speaker: guest.name, role: 'guest', label: null, attribution: 'inferred', reason };
  }
  return {
    speaker: null,
    role: 'guest',
    label: null,
    attribution: 'inferred',
    reason: 'no label, and nothing tells who speaks',
  };
}

function callsByName(text: string, person: Person): boolean {
  return firstNames(person).some((first) => text.startsWith(`${first},`));
}

function firstNames({ name, aliases }: Person): string[] {
  return [...new Set([name, ...aliases].map((each) => each.split(' ')[0] ?? each))];
}

function isNamed(person: Person, label: string): boolean {
  return [person.name, ...person.aliases, ...firstNames(person)].includes(label);
}

function isSlipOf(label: string, first: string): boolean {
  return editDistance(label.toLowerCase(), first.toLowerCase()) <= (first.length > 5 ? 2 : 1);
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
