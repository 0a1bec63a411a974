import type { Passage } from '../../ingest/passage.ts';
import type { Citation } from '../protocol.ts';
import type { Retrieval } from '../retrieve/retrieve.ts';
import { standingQuestions } from './standing-questions.ts';
import { asksTheSame, topicOf } from './asks-the-same.ts';
import { comesNear } from './comes-near.ts';

export const mostSuggestions = 3;

/** Further down, passages are near nothing that was asked. */
const mostLookedAt = 30;

/** What each earlier suggestion by the same guest takes off a passage's score, so that more than one guest is heard. */
const repeatedGuest = 0.5;

export interface SuggestionRequest {
  retrieval: Retrieval;
  /** What the answer quotes already. */
  citations: readonly Citation[];
  /** Every question of the conversation so far, as typed and as understood. */
  asked: readonly string[];
}

/**
 * Three next questions that passages near the evidence answer and nobody asked yet, from more than one guest where
 * more than one is near; none where nothing is.
 */
export function suggestionsFor({ retrieval, citations, asked }: SuggestionRequest): string[] {
  if (!comesNear(retrieval)) return [];
  const quoted = new Set(citations.map(({ anchor }) => anchor));
  const offers = retrieval.ranked
    .slice(0, mostLookedAt)
    .filter(
      ({ passage }) => passage.role === 'guest' && !passage.spans.some(({ anchor }) => quoted.has(anchor)),
    )
    .flatMap(({ passage, score }) => offersOf(passage).map((offer) => ({ ...offer, passage, score })));
  const known = asked.map(topicOf);
  const chosen: (typeof offers)[number][] = [];
  const worth = ({ passage, score }: (typeof offers)[number]): number =>
    score * repeatedGuest ** chosen.filter((other) => other.passage.speaker === passage.speaker).length;
  while (chosen.length < mostSuggestions) {
    const fresh = offers.filter(
      ({ topic, passage }) =>
        chosen.every((other) => other.passage.id !== passage.id) &&
        known.every((other) => !asksTheSame(topic, other)),
    );
    const [first, ...others] = fresh;
    if (!first) break;
    const next = others.reduce((best, offer) => (worth(offer) > worth(best) ? offer : best), first);
    chosen.push(next);
    known.push(next.topic);
  }
  return chosen.map(({ question }) => question);
}

interface Offer {
  question: string;
  topic: ReadonlySet<string>;
}

/** As long as a passage is kept for the next question, so is what was worked out of it. */
const offersByPassage = new WeakMap<Passage, Offer[]>();

function offersOf(passage: Passage): Offer[] {
  let known = offersByPassage.get(passage);
  if (!known) {
    known = standingQuestions(passage).map((question) => ({ question, topic: topicOf(question) }));
    offersByPassage.set(passage, known);
  }
  return known;
}
