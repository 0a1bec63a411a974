import type { Ranked } from '../retrieve/retrieve.ts';

/** What tells how widely an answer is spread over guests. */
export const breadthNames = [
  // How likely the best that a guest says is to answer, as a logit, and by how much less the best of the next three, as
  // logarithms of the ratio.
  'best',
  'second',
  'third',
  'fourth',
  // The entropy of the guests' best, and how many come near the best of all, or somewhat near.
  'entropy',
  'near',
  'somewhatNear',
  // With how many guests the question stands that is nearest to the one asked, of those that readers wrote.
  'sharing',
] as const;

const nearTheBest = 0.2;
const somewhatNearTheBest = 0.07;

/** Less likely than this share of the best guest is as good as silent, and so is a best that is less likely than this. */
const silent = 0.01;

/** Shelves differ in how many guests there are: nothing beyond these says more of a question. */
const guestsCompared = 5;
const passagesCompared = 20;

/** One value a name of `breadthNames`, `ranked` best first. */
export function breadthOf(
  ranked: readonly Pick<Ranked, 'passage' | 'score' | 'nearestQuestion'>[],
): number[] {
  const guests = ranked.filter(({ passage: { role, speaker } }) => role === 'guest' && speaker !== null);
  const scores = new Map<string | null, number>();
  for (const { passage, score } of guests) {
    scores.set(passage.speaker, Math.max(score, scores.get(passage.speaker) ?? 0));
  }
  const best = [...scores.values()].sort((a, b) => b - a).slice(0, guestsCompared);
  const first = Math.min(1 - silent, Math.max(silent, best[0] ?? 0));
  const shares = best.map((score) => Math.min(1, score / first));
  const behind = (place: number): number => Math.log(Math.max(silent, shares[place] ?? 0));
  const reaching = (share: number): number => shares.filter((other) => other >= share).length;
  const question = ranked[0]?.nearestQuestion;
  const sharing = guests
    .slice(0, passagesCompared)
    .filter(({ nearestQuestion }) => question !== undefined && nearestQuestion === question);
  const values: Record<(typeof breadthNames)[number], number> = {
    best: Math.log(first / (1 - first)),
    second: behind(1),
    third: behind(2),
    fourth: behind(3),
    entropy: entropyOf(shares),
    near: reaching(nearTheBest),
    somewhatNear: reaching(somewhatNearTheBest),
    sharing: Math.min(guestsCompared, new Set(sharing.map(({ passage }) => passage.speaker)).size),
  };
  return breadthNames.map((name) => values[name]);
}

function entropyOf(shares: readonly number[]): number {
  const all = shares.reduce((sum, share) => sum + share, 0);
  return shares.reduce((sum, share) => (share > 0 ? sum - (share / all) * Math.log(share / all) : sum), 0);
}
