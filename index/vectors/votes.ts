/**
 * How sharply a vote falls with distance, and the cosine below which there is none. Of 395 questions the votes alone
 * put the answer first for 80 % at 15 and at 20, for 73 % at 10 and 77 % at 30.
 */
const sharpness = 15;
const farAway = 0.3;

/**
 * What a neighbour of a query counts, by its cosine, in [0, 1] (distance-weighted nearest neighbours: Dudani 1976). One
 * near question may be near by chance; many that are nearly as near are not.
 */
export function voteOf(cosine: number): number {
  return cosine < farAway ? 0 : Math.exp(sharpness * (cosine - 1));
}

/** The same in SQL, of an expression that is a cosine. */
export function voteSql(cosine: string): string {
  return `CASE WHEN ${cosine} < ${farAway} THEN 0 ELSE exp(${sharpness} * (${cosine} - 1)) END`;
}

/** The cosine whose vote a sum of votes is: the smooth maximum of the cosines that voted; 0 where none did. */
export function cosineOf(votes: number): number {
  return votes > 0 ? Math.max(0, 1 + Math.log(votes) / sharpness) : 0;
}

/** Adds a vote for a part, numbered from 0, to those for all parts; one that has none before has 0. */
export function addVote(byPart: number[], part: number, vote: number): void {
  while (byPart.length <= part) byPart.push(0);
  byPart[part] = (byPart[part] ?? 0) + vote;
}
