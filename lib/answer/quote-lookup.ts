import { words } from '../../index/words.ts';
import { findQuote } from '../prose/find-quote.ts';
import { plainText } from '../prose/plain-text.ts';
import type { Draft } from './draft.ts';
import { evidenceOf, placeOf, quoteBySpeaker } from './evidence.ts';
import type { Findings } from './findings.ts';
import { isAnswered } from './is-answered.ts';
import { writeNoAnswer } from './no-answer.ts';
import type { Quote } from './quote.ts';
import { sentencesOf } from './sentences.ts';

/** Most places shown for one phrase. */
const mostPlaces = 4;

/** Most passages shown for a phrase that stands nowhere. */
const mostNearest = 2;

/**
 * Who said a phrase: the places where it stands letter by letter, typesetting apart, or else the nearest wording, said
 * to be no more than that.
 */
export function writeQuoteLookup(findings: Findings, phrase: string, draft: Draft): 'answer' | 'no-answer' {
  const { retrieval, shelf } = findings;
  const places = placesOf(phrase, findings);
  const exact = places.filter(({ similarity }) => similarity === 1);
  if (places.length === 0 && !isAnswered(retrieval)) return writeNoAnswer(findings, draft);
  if (exact.length === 0) draft.say('Nobody on this shelf says exactly that. The nearest wording:');
  const shown = (exact.length > 0 ? exact : places).slice(0, mostPlaces);
  quoteBySpeaker(
    shown.length > 0
      ? shown.map(({ quote }) => ({ quote, ...placeOf(quote, shelf) }))
      : evidenceOf(retrieval.ranked.slice(0, mostNearest), retrieval, shelf),
    draft,
  );
  return 'answer';
}

/** The sentences that hold the phrase or nearly, the nearest wording first, then by rank. */
function placesOf(phrase: string, { retrieval, shelf }: Findings): { quote: Quote; similarity: number }[] {
  const { episodes = [], guests = [] } = retrieval.understanding.filters;
  const longest = words(phrase).reduce((best, word) => (word.length > best.length ? word : best), '');
  const ranks = new Map(
    retrieval.ranked.flatMap(({ passage }, rank) => passage.spans.map(({ anchor }) => [anchor, rank])),
  );
  const rankOf = (anchor: string): number => ranks.get(anchor) ?? ranks.size;
  return shelf.episodes
    .filter(({ number }) => episodes.length === 0 || episodes.includes(number))
    .flatMap(({ paragraphs, turns }) =>
      paragraphs.filter(({ turn }) => guests.length === 0 || guests.includes(turns[turn]?.speaker ?? '')),
    )
    .filter(({ text }) => text.toLowerCase().includes(longest))
    .flatMap(({ anchor, text }) => {
      const place = findQuote(phrase, [plainText(text)]);
      return place
        ? [{ quote: { anchor, ...wholeSentences(text, place) }, similarity: place.similarity }]
        : [];
    })
    .sort((a, b) => b.similarity - a.similarity || rankOf(a.quote.anchor) - rankOf(b.quote.anchor));
}

/** The span widened to the sentences that it stands in. */
function wholeSentences(text: string, span: { start: number; end: number }): { start: number; end: number } {
  const held = sentencesOf(text).filter(({ start, end }) => start < span.end && end > span.start);
  return { start: held[0]?.start ?? span.start, end: held.at(-1)?.end ?? span.end };
}
