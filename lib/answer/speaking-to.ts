import type { Ranked } from '../retrieve/retrieve.ts';
import type { Findings } from './findings.ts';

/** What one guest says to the question: passages, best first; none where the guest does not speak about it. */
export interface GuestFinding {
  guest: string;
  ranked: Ranked[];
}

/** A passage must be as likely as this share of the best to answer, to speak to the question at all. */
const speaksToIt = 0.05;

/** The guests who speak to the question, the nearest first. */
export function speakingTo({ retrieval: { ranked } }: Findings): GuestFinding[] {
  const best = ranked[0]?.score ?? 0;
  const found = new Map<string, Ranked[]>();
  for (const candidate of ranked) {
    const { role, speaker } = candidate.passage;
    if (role !== 'guest' || speaker === null || candidate.score < speaksToIt * best) continue;
    found.set(speaker, [...(found.get(speaker) ?? []), candidate]);
  }
  return [...found].map(([guest, own]) => ({ guest, ranked: own }));
}

/** What each of these guests says to the question, in this order: judged beside the others, not each alone. */
export function eachOf(findings: Findings, guests: readonly string[]): GuestFinding[] {
  const speaking = new Map(speakingTo(findings).map((found) => [found.guest, found.ranked]));
  return guests.map((guest) => ({ guest, ranked: speaking.get(guest) ?? [] }));
}
