import type { Episode } from '../../ingest/episode.ts';
import type { Ranked } from '../retrieve/retrieve.ts';
import { understand } from '../understand/understand.ts';
import { chooseSentences } from './choose-sentences.ts';
import type { Draft } from './draft.ts';
import { placeOf } from './evidence.ts';
import type { Findings } from './findings.ts';

/**
 * An episode section by section: of each that has a title, what a guest says to it, in the passage after which people have
 * asked most.
 */
export function quoteSections(
  episode: Episode,
  { shelf, retrieval }: Pick<Findings, 'shelf' | 'retrieval'>,
  draft: Draft,
): void {
  for (const { slug, title, titled } of episode.sections) {
    const said = retrieval.ranked.filter(
      ({ passage }) =>
        passage.episode === episode.number && passage.section.slug === slug && passage.role === 'guest',
    );
    const [first, ...others] = said;
    if (!titled || !first) continue;
    const { passage } = others.reduce((best, one) => (worth(one) > worth(best) ? one : best), first);
    const quote = chooseSentences({ passage, votes: [] }, understand(title, [], {}, shelf), shelf);
    const { speaker } = placeOf(quote, shelf);
    draft.say(`“${title}”:`, { guest: speaker });
    draft.quote(speaker, quote);
  }
}

/** How often people asked after a passage; of those after which they did equally, the longest. */
function worth({ passage: { enrichment, text } }: Ranked): number {
  return (enrichment?.asked.length ?? 0) + 1 - 1 / (1 + text.length);
}
