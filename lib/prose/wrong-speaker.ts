import { attributed, introducesSpeech } from './attribution.ts';
import type { NamedPeople, NamedPerson } from './named-people.ts';
import type { ProseSource } from './prose-source.ts';

/** A quotation that was found: its UTF-16 span in the sentence, and who speaks its words. */
interface SpokenQuotation {
  start: number;
  end: number;
  speaker: string | null;
}

/** A stretch of a sentence up to the end of its citations, UTF-16 offsets. */
export interface CitedStretch {
  start: number;
  end: number;
  sources: readonly ProseSource[];
  quotations: readonly SpokenQuotation[];
}

export type Names = readonly NamedPerson['names'][];

/** A subject of its own, so that a stretch does not go on with the speaker before it. */
const otherSubject =
  /\b(?:others?|another|some|many|most|everybody|everyone|founders?|guests?|hosts?|they|people|it|there)\b/i;
const goesOn = /^\W*(?:he|she)\b/i;

/**
 * Whether a sentence gives somebody words that are not theirs. Who is named as speaking must be the speaker of what is
 * cited, and everybody cited must be named; anybody else named must at least be spoken of there. Where a stretch names
 * nobody it goes on with the speaker before it, and a sentence that begins with "he" or "she" with the one of the
 * sentence before (`carried`). `speech` is the sentence with the words in quotation marks blanked out.
 */
export function misattributes(
  speech: string,
  stretches: readonly CitedStretch[],
  people: NamedPeople,
  carried: Names,
): { wrong: boolean; subjects: Names } {
  const names = people.find(speech);
  const speaking = new Set(attributed(speech, names));
  let subjects: Names = goesOn.test(speech) ? carried : [];
  let wrong = false;
  for (const stretch of stretches) {
    const named = names.filter(({ start }) => start >= stretch.start && start < stretch.end);
    const own = named.filter((name) => speaking.has(name)).map((name) => name.names);
    if (own.length > 0) subjects = own;
    else if (named.length > 0 || otherSubject.test(speech.slice(stretch.start, stretch.end))) subjects = [];
    wrong ||= isWrong(stretch, named, speaking, subjects, people);
  }
  if (new Set(names.flatMap((name) => [...name.names])).size > 1) {
    const quotations = stretches.flatMap((stretch) => stretch.quotations);
    wrong ||= quotations.some((quotation) => !isByNearestName(quotation, speech, names));
  }
  if (stretches.length === 0) subjects = [...speaking].map((name) => name.names);
  return { wrong, subjects };
}

function isWrong(
  { sources, quotations }: CitedStretch,
  named: readonly NamedPerson[],
  speaking: ReadonlySet<NamedPerson>,
  subjects: Names,
  people: NamedPeople,
): boolean {
  if (sources.length === 0) return false;
  const quoted = quotations.map(({ speaker }) => speaker);
  const speakers = quoted.length > 0 ? quoted : sources.map(({ passage }) => passage.speaker);
  const isSpeaker = (names: ReadonlySet<string>): boolean =>
    speakers.some((speaker) => speaker !== null && names.has(speaker));
  if (subjects.some((names) => !isSpeaker(names))) return true;
  if (subjects.length > 0) {
    const allowed = [...subjects, ...named.map(({ names }) => names)];
    const isNamed = (speaker: string | null): boolean =>
      speaker !== null && allowed.some((names) => names.has(speaker));
    if (!speakers.every(isNamed)) return true;
  }
  return named.some(
    (name, position) =>
      !speaking.has(name) &&
      !isSpeaker(name.names) &&
      !sources.some((source) => isSpokenOf(name, source, position > 0, people)),
  );
}

/** Whether a passage may be cited for somebody who does not speak in it. */
function isSpokenOf(
  { names }: NamedPerson,
  { passage, episode }: ProseSource,
  isObject: boolean,
  people: NamedPeople,
): boolean {
  const takesPart = [episode.host, ...episode.guests].some((person) => person && names.has(person.name));
  // The host speaks of and to the guest, and a guest to the host, without the name.
  if (takesPart && (isObject || passage.role === 'host')) return true;
  return people
    .find(`${passage.question}\n${passage.text}`)
    .some((mention) => [...mention.names].some((name) => names.has(name)));
}

/**
 * Among several people, a quotation is given to the nearest named before it who is said to speak ("Kevin says …"), else
 * to the next behind it ("…", says Kevin), else to the nearest before it.
 */
function isByNearestName(
  { start, end, speaker }: SpokenQuotation,
  speech: string,
  names: readonly NamedPerson[],
): boolean {
  const before = names.filter((name) => name.end <= start).reverse();
  const introduced = before.find((name) => introducesSpeech(speech.slice(name.end, start)));
  const owner = introduced ?? names.find((name) => name.start >= end) ?? before[0];
  return owner === undefined || (speaker !== null && owner.names.has(speaker));
}
