import type { Draft } from './draft.ts';
import { evidenceOf, quoteBySpeaker } from './evidence.ts';
import type { Findings } from './findings.ts';
import { nearTheBest } from './near-the-best.ts';
import { speakingTo, speaksClearly, type GuestFinding } from './speaking-to.ts';

/** What else the same guest says must be about a third as likely to answer. */
const guestQuotes = { share: 0.35, most: 2 };

/** Of whoever only comes near, one quote. */
const nearQuotes = { share: 1, most: 1 };

/** What each guest who speaks to the question says, the broadest evidence first, under a count of them, then who comes near. */
export function writeOverview(findings: Findings, draft: Draft): 'overview' {
  const { shelf, retrieval } = findings;
  const speaking = speakingTo(findings, speaksClearly).sort((a, b) => b.ranked.length - a.ranked.length);
  const clear = new Set(speaking.map(({ guest }) => guest));
  const near = speakingTo(findings).filter(({ guest }) => !clear.has(guest));
  const guests = new Set(
    shelf.episodes.flatMap(({ kind, guests: own }) =>
      kind === 'interview' ? own.map(({ name }) => name) : [],
    ),
  );
  const said = `${speaking.length} of ${guests.size} guests ${speaking.length === 1 ? 'speaks' : 'speak'} about this`;
  const beside = `${near.length} more ${near.length === 1 ? 'comes' : 'come'} near it`;
  draft.say(near.length === 0 ? `${said}.` : `${said}, and ${beside}.`);
  const quote = (some: readonly GuestFinding[], most: typeof guestQuotes): void => {
    const chosen = some.flatMap(({ ranked }) => nearTheBest(ranked, most));
    quoteBySpeaker(evidenceOf(chosen, retrieval, shelf), draft);
  };
  quote(speaking, guestQuotes);
  if (near.length > 0) draft.say('Near it:');
  quote(near, nearQuotes);
  return 'overview';
}
