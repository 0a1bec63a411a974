import type { LabelUse } from './label-uses.ts';

/** A person with all that the labels tell of the part he plays. */
export interface Contribution {
  name: string;
  uses: LabelUse[];
  statedHost: boolean;
  statedGuest: boolean;
  inTitle: boolean;
  /** Share of the file's interviews in which he is heard; null where the file holds a single one. */
  shareOfEpisodes: number | null;
}

/** A second host asks at least this share of his speeches. */
const askingShare = 0.3;

/**
 * The names of the hosts, the main one first; empty where nobody stands out, as in a monologue. Who is stated or calls
 * himself a host is one; else the evidence adds up: heard in most episodes of the file, opening the episode, asking,
 * not being named in the title. Others who ask as much without saying most are hosts too.
 */
export function hostsAmong(people: readonly Contribution[]): string[] {
  const heard = people.filter(({ uses }) => uses.length > 0);
  const stated = heard.filter(({ statedHost }) => statedHost);
  if (stated.length > 0) return byScore(stated);
  const [best] = [...heard].sort((a, b) => score(b) - score(a));
  if (!best || heard.length < 2 || score(best) <= 0) return best && score(best) >= 4 ? [best.name] : [];
  const mostWords = heard.reduce((most, each) => Math.max(most, words(each)), 0);
  const others = heard.filter(
    (each) =>
      each !== best &&
      !each.statedGuest &&
      !each.inTitle &&
      (each.uses.some((use) => use.soundsLikeHost && use.introduced.length > 0) ||
        (heard.length > 2 && asks(each) >= Math.max(askingShare, asks(best) / 2) && words(each) < mostWords)),
  );
  return [best.name, ...byScore(others)];
}

function byScore(people: readonly Contribution[]): string[] {
  return [...people].sort((a, b) => score(b) - score(a)).map(({ name }) => name);
}

function score(person: Contribution): number {
  const { uses, inTitle, shareOfEpisodes } = person;
  if (person.statedGuest) return -100;
  return (
    (person.statedHost ? 100 : 0) +
    (uses.some((use) => use.soundsLikeHost) ? 4 : 0) +
    (shareOfEpisodes !== null && shareOfEpisodes > 0.5 ? 4 : 0) +
    (uses.some(({ first }) => first === 0) ? 1 : 0) +
    3 * asks(person) -
    (inTitle ? 3 : 0)
  );
}

function asks({ uses }: Contribution): number {
  const count = sum(uses.map((use) => use.count));
  return count === 0 ? 0 : sum(uses.map((use) => use.questions)) / count;
}

function words({ uses }: Contribution): number {
  return sum(uses.map((use) => use.words));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
