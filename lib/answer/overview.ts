import type { Draft } from './draft.ts';
import { evidenceOf, quoteBySpeaker } from './evidence.ts';
import type { Findings } from './findings.ts';
import { nearTheBest } from './near-the-best.ts';
import { speakingTo } from './speaking-to.ts';

/** What else the same guest says must be about a third as likely to answer. */
const guestQuotes = { share: 0.35, most: 2 };

/** What each guest who speaks to the question says, the broadest evidence first, under a count of them. */
export function writeOverview(findings: Findings, draft: Draft): 'overview' {
  const { shelf, retrieval } = findings;
  const found = speakingTo(findings).sort((a, b) => b.ranked.length - a.ranked.length);
  const guests = new Set(
    shelf.episodes.flatMap(({ kind, guests: own }) =>
      kind === 'interview' ? own.map(({ name }) => name) : [],
    ),
  );
  draft.say(
    `${found.length} of ${guests.size} guests ${found.length === 1 ? 'speaks' : 'speak'} about this.`,
  );
  quoteBySpeaker(
    evidenceOf(
      found.flatMap(({ ranked }) => nearTheBest(ranked, guestQuotes)),
      retrieval,
      shelf,
    ),
    draft,
  );
  return 'overview';
}
