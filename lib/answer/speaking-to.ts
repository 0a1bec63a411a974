import type { Ranked } from '../retrieve/retrieve.ts';
import type { Findings } from './findings.ts';

/** What one guest says to the question: passages, best first; none where the guest does not speak about it. */
export interface GuestFinding {
  guest: string;
  ranked: Ranked[];
}

/**
 * A passage must be as likely as this share of the best guest's to answer, to speak to the question at all. Tried on 1,484
 * questions that the shelf did not know: with more, guests who do speak were missed; with less, two in three of
 * the quotes that came in were beside the point.
 */
export const speaksToIt = 0.07;

/**
 * From this share of the best on it is said that a guest speaks to the question: of 129 questions put to several that the
 * shelf did not know, five in six of these guests do, of those below one in four.
 */
export const speaksClearly = 0.2;

/**
 * Of a guest who is named more is wanted, as the name alone brings whatever is said. Of 68 comparisons none comes out
 * otherwise between .15 and .25; with less, guests were quoted on what they never spoke of.
 */
export const speaksThoughNamed = 0.25;

/** The guests who speak to the question, the nearest first: each as near as a share of the nearest guest at least. */
export function speakingTo(
  { retrieval: { ranked } }: Findings,
  shareOfBest: number = speaksToIt,
): GuestFinding[] {
  const found = new Map<string, Ranked[]>();
  let best: number | null = null;
  for (const candidate of ranked) {
    const { role, speaker } = candidate.passage;
    if (role !== 'guest' || speaker === null) continue;
    best ??= candidate.score;
    if (candidate.score < shareOfBest * best) continue;
    found.set(speaker, [...(found.get(speaker) ?? []), candidate]);
  }
  return [...found].map(([guest, own]) => ({ guest, ranked: own }));
}

/** What each of these guests says to the question, in this order: judged beside the others, not each alone. */
export function eachOf(findings: Findings, guests: readonly string[]): GuestFinding[] {
  const speaking = new Map(
    speakingTo(findings, speaksThoughNamed).map((found) => [found.guest, found.ranked]),
  );
  return guests.map((guest) => ({ guest, ranked: speaking.get(guest) ?? [] }));
}
