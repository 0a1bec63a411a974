import type { Draft } from './draft.ts';
import { evidenceOf } from './evidence.ts';
import type { Findings } from './findings.ts';
import { listed } from './listed.ts';
import { nearTheBest } from './near-the-best.ts';
import { eachOf, speakingTo } from './speaking-to.ts';

/** A row holds one quote, or two where the second is about a third as likely to answer. */
const rowQuotes = { share: 0.35, most: 2 };

/** Guests side by side: those asked for, each in a row of their own, or else each who speaks to the question. */
export function writeComparison(findings: Findings, asked: readonly string[], draft: Draft): 'comparison' {
  const found = asked.length > 0 ? eachOf(findings, asked) : speakingTo(findings);
  draft.say(`${listed(found.map(({ guest }) => guest))}, side by side:`);
  for (const { guest, ranked } of found) {
    const evidence = evidenceOf(nearTheBest(ranked, rowQuotes), findings.retrieval, findings.shelf);
    draft.row(
      guest,
      evidence.map(({ quote }) => quote),
    );
  }
  return 'comparison';
}
