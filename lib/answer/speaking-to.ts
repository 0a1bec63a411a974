import type { Ranked } from '../retrieve/retrieve.ts';
import type { Findings } from './findings.ts';

/** What one guest says to the question: passages, best first; none where the guest does not speak about it. */
export interface GuestFinding {
  guest: string;
  ranked: Ranked[];
}

/** A passage must come this near to the best of all to speak to the question. */
const speaksToIt = 0.5;

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

/** What each of these guests says to the question, in this order. */
export async function askEach(findings: Findings, guests: readonly string[]): Promise<GuestFinding[]> {
  const best = findings.retrieval.ranked[0]?.score ?? 0;
  return Promise.all(
    guests.map(async (guest) => {
      const { ranked } = await findings.askOf(guest);
      return { guest, ranked: ranked.filter(({ score }) => score >= speaksToIt * best) };
    }),
  );
}
