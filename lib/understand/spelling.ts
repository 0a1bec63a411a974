import { doubleMetaphone } from 'double-metaphone';
import { editDistance } from '../../ingest/edit-distance.ts';
import { isStopWord } from './terms.ts';

/** A corrected word must be this much likelier than a one-slip-closer rival to win over it. */
const slipPenalty = 4;

/**
 * Of a word of seven letters, two slips that are heard leave too little: of what people asked in vain, "burkina" would be
 * "burning" and "chatgpt" "chatops". Who spells by ear makes more slips than who mistypes: a word that sounds the same is
 * nearer by so many, and one that is not short may hold so many more.
 */
const twoSlips = 8;
const heardSlips = 1;
const heardLength = 6;

/** Letters are left out more often than others are typed: by so many a word is nearer that holds all that was typed, in order. */
const omittedSlips = 0.5;

/**
 * Corrects misspelt words against the words of the corpus. A word that the corpus or the language knows is never
 * touched, so that a question about something foreign stays foreign.
 */
export class Speller {
  private readonly byLength = new Map<number, string[]>();

  /**
   * @param vocabulary each word of the corpus with the number of passages holding it
   * @param isWord whether a word is spelt right in the language, corpus or not
   */
  constructor(
    private readonly vocabulary: ReadonlyMap<string, number>,
    private readonly isWord: (word: string) => boolean,
  ) {
    for (const word of vocabulary.keys()) {
      const sameLength = this.byLength.get(word.length) ?? [];
      sameLength.push(word);
      this.byLength.set(word.length, sameLength);
    }
  }

  isKnown(word: string): boolean {
    return isStopWord(word) || this.vocabulary.has(word) || this.isWord(word);
  }

  /** The word as it was probably meant; the word itself where it is known or nothing is near. */
  correct(word: string): string {
    if (this.isKnown(word) || /\d/.test(word)) return word;
    if (word.length < 4) return word.length === 3 ? this.smallWord(word) : word;
    const allowed = word.length < twoSlips ? 1 : 2;
    const mostHeard = allowed + (word.length < heardLength ? 0 : heardSlips);
    const sound = soundOf(word);
    let best = word;
    let bestScore = -Infinity;
    for (let length = word.length - mostHeard; length <= word.length + mostHeard; length++) {
      for (const candidate of this.byLength.get(length) ?? []) {
        // People rarely get the first letter wrong, and letting them would double the false alarms.
        if (candidate[0] !== word[0]) continue;
        const distance = editDistance(word, candidate);
        if (distance > mostHeard) continue;
        const isHeard = sound !== '' && soundOf(candidate) === sound;
        if (!isHeard && distance > allowed) continue;
        const slips = distance - (isHeard ? heardSlips : 0) - (isWithin(word, candidate) ? omittedSlips : 0);
        // Questions misspell what they are about more often than the grammar around it, unless that sounds right.
        const frequency = isStopWord(candidate) && !isHeard ? 1 : (this.vocabulary.get(candidate) ?? 1);
        const score = Math.log(frequency) - slipPenalty * slips;
        if (score > bestScore) [best, bestScore] = [candidate, score];
      }
    }
    return best;
  }

  /** Three letters have too many neighbours; but "teh" is "the", and "wat" is "what". */
  private smallWord(word: string): string {
    const sorted = (letters: string): string => Array.from(letters).sort().join('');
    const isMeant = (other: string): boolean =>
      isStopWord(other) &&
      other[0] === word[0] &&
      editDistance(word, other) === 1 &&
      (other.length > word.length || sorted(other) === sorted(word));
    const uses = (other: string): number => this.vocabulary.get(other) ?? 0;
    return [3, 4]
      .flatMap((length) => this.byLength.get(length) ?? [])
      .filter(isMeant)
      .reduce((best, other) => (uses(other) > uses(best) ? other : best), word);
  }
}

/** Whether all letters of a word stand in another, in this order. */
function isWithin(word: string, other: string): boolean {
  let at = 0;
  for (const letter of other) if (letter === word[at]) at++;
  return at === word.length;
}

/** How a word is said in English (Lawrence Philips' double metaphone, 2000); empty where it has no Latin letters. */
function soundOf(word: string): string {
  return doubleMetaphone(word)[0];
}
