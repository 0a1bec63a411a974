import type { Draft } from './draft.ts';
import { evidenceOf } from './evidence.ts';
import type { Findings } from './findings.ts';
import { listed } from './listed.ts';
import { eachOf, speakingTo } from './speaking-to.ts';

/** Most quotes in one guest's row, and how near to that guest's best score a second one must come. */
const mostQuotes = 2;
const nearTheBest = 0.5;

/** Guests side by side: those asked for, each in a row of their own, or else each who speaks to the question. */
export function writeComparison(findings: Findings, asked: readonly string[], draft: Draft): 'comparison' {
  const found = asked.length > 0 ? eachOf(findings, asked) : speakingTo(findings);
  draft.say(`${listed(found.map(({ guest }) => guest))}, side by side:`);
  for (const { guest, ranked } of found) {
    const best = ranked[0]?.score ?? 0;
    const chosen = ranked.filter(({ score }) => score >= nearTheBest * best).slice(0, mostQuotes);
    const evidence = evidenceOf(chosen, findings.retrieval, findings.shelf);
    draft.row(
      guest,
      evidence.map(({ quote }) => quote),
    );
  }
  return 'comparison';
}
