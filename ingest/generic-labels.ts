import { foldName } from './names.ts';

/** Who speaks where the source does not tell. Never a guess. */
export const unknownSpeaker = 'Unknown speaker';

const asking = new Set(['host', 'interviewer', 'moderator', 'presenter', 'q', 'question']);
const answering = new Set(['guest', 'interviewee', 'a', 'answer']);

/** Labels of what is heard but not said by anybody in the conversation. */
const sounds =
  /^(?:break|music|jingle|intro(?: music)?|outro(?: music)?|promo|song(?: extract)?|sample|extract|clip|recording|audio|sponsors?|ads?|advert|advertisement|commercial|trailer|theme(?: song| music)?|applause|laughter)$/u;

/** `Break`, `Jingle`: nobody's speech. */
export function isSound(label: string): boolean {
  return sounds.test(foldName(label));
}

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
  return generic.test(foldName(name)) || isSound(name);
}

/** Whether a name is only that of a crowd, or of somebody of whom nothing is known that would tell him from others. */
export function isNobodyInParticular(name: string): boolean {
  return (
    name === unknownSpeaker ||
    /^(?:all|both|everyone|audience(?: member)?|caller|announcer|narrator)$/u.test(foldName(name))
  );
}
