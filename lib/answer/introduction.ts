import type { Episode } from '../../ingest/episode.ts';
import { words } from '../../index/words.ts';
import type { Quote } from './quote.ts';
import { sentencesOf } from './sentences.ts';

/** How far into an episode an introduction may stand, in paragraphs. */
const openingParagraphs = 12;

/**
 * The sentence that says who the guest is, and where there is one the next that says what the company is: from the
 * host's opening, or from the description where that is all there is.
 */
export function introductionOf(episode: Episode): Quote[] {
  const opening = episode.paragraphs
    .slice(0, openingParagraphs)
    .filter(({ turn }) => episode.kind === 'description' || episode.turns[turn]?.role === 'host')
    .flatMap(({ anchor, text }) =>
      sentencesOf(text).map(({ start, end }) => ({
        quote: { anchor, start, end },
        words: new Set(words(text.slice(start, end))),
      })),
    );
  const names = new Set(episode.guests.flatMap(({ name, aliases }) => [name, ...aliases].flatMap(words)));
  const company = words(episode.company ?? '').slice(0, 1);
  const holds = (sentence: { words: ReadonlySet<string> }, wanted: Iterable<string>): number =>
    [...wanted].filter((word) => sentence.words.has(word)).length;
  const naming = opening.reduce<{ at: number; found: number }>(
    (best, sentence, at) => {
      const found = holds(sentence, names) + holds(sentence, [...company, String(episode.number)]);
      return found > best.found ? { at, found } : best;
    },
    { at: 0, found: 0 },
  );
  const introduced = opening[naming.at];
  const described = opening.slice(naming.at + 1).find((sentence) => holds(sentence, company) > 0);
  return [introduced, described].flatMap((sentence) => (sentence ? [sentence.quote] : []));
}
