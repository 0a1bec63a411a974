import type { Draft } from './draft.ts';
import { evidenceOf, quoteBySpeaker } from './evidence.ts';
import type { Findings } from './findings.ts';

const nearestSections = 3;

/** Says that nobody answers, and what the shelf says nearest to the question: the best passage of three sections. */
export function writeNoAnswer({ retrieval, shelf }: Findings, draft: Draft): 'no-answer' {
  draft.say('Nobody on this shelf answers that.');
  const sections = new Set<string>();
  const nearest = retrieval.ranked.filter(({ passage }) => {
    const section = `${passage.episode}#${passage.section.slug}`;
    if (sections.has(section) || sections.size >= nearestSections) return false;
    sections.add(section);
    return true;
  });
  if (nearest.length === 0) return 'no-answer';
  draft.say('The closest we have:');
  quoteBySpeaker(evidenceOf(nearest, retrieval, shelf), draft);
  return 'no-answer';
}
