import type { Ranked } from '../retrieve/retrieve.ts';
import type { Draft } from './draft.ts';
import { evidenceOf, quoteBySpeaker } from './evidence.ts';
import type { Findings } from './findings.ts';
import { speaksClearly } from './speaking-to.ts';

const mostQuotes = 4;

/**
 * What else guests say to a question that has been answered: the best of which nothing is `quoted` (anchors), as long as
 * it speaks to the question at all.
 */
export function writeMore(
  { retrieval, shelf }: Findings,
  quoted: ReadonlySet<string>,
  draft: Draft,
): 'answer' | 'no-answer' {
  const { episodes } = retrieval.understanding;
  const said = retrieval.ranked.filter(
    ({ passage: { role, episode } }) => role === 'guest' && (episodes.size === 0 || episodes.has(episode)),
  );
  const least = speaksClearly * (said[0]?.score ?? 0);
  const isNew = ({ passage, score }: Ranked): boolean =>
    score >= least && !passage.spans.some(({ anchor }) => quoted.has(anchor));
  const fresh = said.filter(isNew).slice(0, mostQuotes);
  if (fresh.length === 0) {
    draft.say('That is all that this shelf says about it.');
    return 'no-answer';
  }
  quoteBySpeaker(evidenceOf(fresh, retrieval, shelf), draft);
  return 'answer';
}
