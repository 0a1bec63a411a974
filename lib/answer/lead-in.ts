import type { PlacedParagraph } from '../shelf.ts';
import { speakerOf } from './citation.ts';

/** The line before somebody's quotes: full name, company, episode. */
export function leadIn(placed: PlacedParagraph): string {
  const { turn, episode } = placed;
  const speaker = speakerOf(placed);
  if (turn.role === 'host') return `${speaker}, host (episode ${episode.number}):`;
  const company = episode.company === null || turn.speaker === null ? '' : `, ${episode.company}`;
  return `${speaker}${company} (episode ${episode.number}):`;
}
