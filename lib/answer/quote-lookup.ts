import type { Draft } from './draft.ts';
import { evidenceOf, placeOf, quoteBySpeaker } from './evidence.ts';
import type { Findings } from './findings.ts';
import { isAnswered } from './is-answered.ts';
import { writeNoAnswer } from './no-answer.ts';
import { quotePlaces } from './quote-places.ts';
import type { Quote } from './quote.ts';
import { sentencesOf } from './sentences.ts';

/** Most places shown for one phrase. */
const mostPlaces = 4;

/** Most passages shown for a phrase that stands nowhere. */
const mostNearest = 2;

/**
 * Who said a phrase: the places where it stands letter by letter, typesetting apart, or else the nearest wording, or what
 * is nearest in meaning, said to be no more than that.
 */
export async function writeQuoteLookup(
  findings: Findings,
  phrase: string,
  draft: Draft,
): Promise<'answer' | 'no-answer'> {
  const { retrieval, shelf } = findings;
  const places = await placesOf(phrase, findings);
  const exact = places.filter(({ similarity }) => similarity === 1);
  if (places.length === 0 && !isAnswered(findings)) return writeNoAnswer(findings, draft);
  if (places.length === 0) draft.say('Nobody on this shelf says exactly that. What comes nearest:');
  else if (exact.length === 0) draft.say('Nobody on this shelf says exactly that. The nearest wording:');
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
async function placesOf(
  phrase: string,
  { retrieval, shelf }: Findings,
): Promise<{ quote: Quote; similarity: number }[]> {
  const { ranked, understanding } = retrieval;
  const ranks = new Map(
    ranked.flatMap(({ passage }, rank) => passage.spans.map(({ anchor }) => [anchor, rank])),
  );
  const rankOf = (anchor: string): number => ranks.get(anchor) ?? ranks.size;
  const places = await quotePlaces(phrase, {
    shelf,
    filters: understanding.filters,
    preferred: ranked.map(({ passage }) => passage.episode),
    enough: mostPlaces,
  });
  return places
    .map(({ anchor, start, end, similarity }) => {
      const text = shelf.at(anchor)?.paragraph.text ?? '';
      return { quote: { anchor, ...wholeSentences(text, { start, end }) }, similarity };
    })
    .sort((x, y) => y.similarity - x.similarity || rankOf(x.quote.anchor) - rankOf(y.quote.anchor));
}

/** The span widened to the sentences that it stands in. */
function wholeSentences(text: string, span: { start: number; end: number }): { start: number; end: number } {
  const held = sentencesOf(text).filter(({ start, end }) => start < span.end && end > span.start);
  return { start: held[0]?.start ?? span.start, end: held.at(-1)?.end ?? span.end };
}
