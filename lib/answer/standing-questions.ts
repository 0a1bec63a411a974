import type { Passage } from '../../ingest/passage.ts';

/** Questions longer than this are hard to take in at a glance. */
const longestQuestion = 100;

/** Words that point at something said before: such a question cannot stand alone. */
const pointing = /\b(he|she|him|his|her|they|them|their|it|its|this|that|these|those)\b/i;

/**
 * Questions that a passage answers and that can be read without it: those that readers wrote, or, where nobody did,
 * one about its section.
 */
export function standingQuestions({ enrichment, section, speaker }: Passage): string[] {
  const written = (enrichment?.questions ?? []).filter(
    (question) =>
      /^\p{Lu}.*\?$/u.test(question) && question.length <= longestQuestion && !pointing.test(question),
  );
  if (written.length > 0 || enrichment !== null || speaker === null || !section.titled) return written;
  const title = section.title.replace(/[\s?!.:]+$/, '');
  return title === '' ? [] : [`What does ${speaker} say about “${title}”?`];
}
