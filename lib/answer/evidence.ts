import type { Ranked, Retrieval } from '../retrieve/retrieve.ts';
import type { PlacedParagraph, Shelf } from '../shelf.ts';
import { chooseSentences } from './choose-sentences.ts';
import { speakerOf } from './citation.ts';
import type { Draft } from './draft.ts';
import { leadIn } from './lead-in.ts';
import type { Quote } from './quote.ts';

/** A quote that speaks to the question, with where it stands. */
export interface Evidence {
  quote: Quote;
  placed: PlacedParagraph;
  speaker: string;
  /** Of its passage, as retrieval gave it. */
  score: number;
}

/** The quote of each passage, in the same order. */
export function evidenceOf(
  ranked: readonly Ranked[],
  { understanding }: Pick<Retrieval, 'understanding'>,
  shelf: Shelf,
): Evidence[] {
  return ranked.map((candidate) => {
    const quote = chooseSentences(candidate, understanding, shelf);
    return { quote, ...placeOf(quote, shelf), score: candidate.score };
  });
}

/** Where a quote stands, and whose it is. */
export function placeOf(quote: Quote, shelf: Shelf): Pick<Evidence, 'placed' | 'speaker'> {
  const placed = shelf.at(quote.anchor);
  if (!placed) throw new RangeError(`No paragraph at ${quote.anchor}`);
  return { placed, speaker: speakerOf(placed) };
}

/** Evidence by who speaks and where, groups and members in the order of first appearance. */
function bySpeaker<T extends Pick<Evidence, 'placed' | 'speaker'>>(evidence: readonly T[]): T[][] {
  const groups = new Map<string, T[]>();
  for (const piece of evidence) {
    const key = `${piece.placed.episode.number} ${piece.speaker}`;
    groups.set(key, [...(groups.get(key) ?? []), piece]);
  }
  return [...groups.values()];
}

/** Writes each speaker's quotes under a line that names them. */
export function quoteBySpeaker(
  evidence: readonly Pick<Evidence, 'quote' | 'placed' | 'speaker'>[],
  draft: Draft,
): void {
  for (const group of bySpeaker(evidence)) {
    const [first] = group;
    if (!first) continue;
    draft.say(leadIn(first.placed), { guest: first.speaker });
    for (const { quote, speaker } of group) draft.quote(speaker, quote);
  }
}
