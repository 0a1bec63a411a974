import { foldName } from './names.ts';

/** Who speaks where the source does not tell. Never a guess. */
export const unknownSpeaker = 'Unknown speaker';

const asking = new Set(['host', 'interviewer', 'moderator', 'presenter', 'q', 'question']);
const answering = new Set(['guest', 'interviewee', 'a', 'answer']);

/** What the source tells about somebody without naming him. */
export interface GenericSpeaker {
  name: string;
  part: 'host' | 'guest' | null;
}

/**
 * Who `Interviewer`, `Q` or `SPEAKER_02` is: somebody known by his part, or somebody unknown, kept apart from other
 * unknown ones by the source's own number.
 */
export function genericSpeaker(label: string): GenericSpeaker {
  const key = foldName(label);
  const part = asking.has(key) ? 'host' : answering.has(key) ? 'guest' : null;
  if (key === 'q' || key === 'question') return { name: 'Interviewer', part };
  if (key === 'a' || key === 'answer') return { name: 'Interviewee', part };
  const number = /\d{1,3}$/u.exec(key)?.[0];
  if (number !== undefined) return { name: `${unknownSpeaker} ${Number(number)}`, part };
  if (/\b(?:unknown|unidentified|speaker|voice|participant)\b/u.test(key))
    return { name: unknownSpeaker, part };
  return { name: label.charAt(0).toUpperCase() + label.slice(1).toLowerCase(), part };
}

/** Labels that say what somebody is instead of who. */
const generic =
  /^(?:(?:unknown |unidentified )?(?:male |female )?(?:speaker|voice|participant)[ -]?#?\d{0,3}|s\d{1,2}|q|a|unknown|host|co-?host|interviewer|interviewee|guest|narrator|moderator|announcer|presenter|caller|audience(?: member)?|question|answer|all|both|everyone)$/u;

/** `Speaker 1`, `Host`, `Q`: somebody, but nobody's name. */
export function isGenericLabel(name: string): boolean {
  return generic.test(foldName(name));
}
