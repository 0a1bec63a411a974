import { stemmer } from 'stemmer';
import { words } from '../../index/words.ts';

/** Words that carry grammar or politeness, not a topic; questions are full of them. */
const stopWords = new Set(
  `a about above after again all also although am an and any anybody anyone anything are aren't as at be became because been
before being below between both but by came can can't cannot come comes could couldn't did didn't do does doesn't doing
don't done down during each either else ever every everybody everyone few for from further get gets getting give gives go
goes going gone got had hadn't has hasn't have haven't having he her here hers herself him himself his how i if in into is
isn't it its itself just know known let lot lots made make makes making many may maybe me might mine more most much must my
myself neither no nor not now of off on once one only onto or other others our ours ourselves out over own per perhaps
please quite rather really same say saying says see seem seems seen shall she should shouldn't so some somebody someone
something still such take takes taken tell tells than that that's the their theirs them themselves then there these they
thing things think thinks this those though through to told too took under until up upon us very was wasn't way we well
were weren't what what's whatever when where whether which while who who's whom whose why will with within without won't
would wouldn't yes yet you your yours yourself said talk talks talked talking speak speaks mention mentions mentioned
mean means explain describe according view views`.split(/\s+/),
);

export function isStopWord(word: string): boolean {
  return stopWords.has(word);
}

/** The words that carry the topic: no stop words, no single letters. */
export function contentWords(text: string): string[] {
  return words(text).filter(isContentWord);
}

export function isContentWord(word: string): boolean {
  return word.length > 1 && !stopWords.has(word);
}

/** Stems worked out already: a question looks at thousands of words, nearly all of them seen before. */
const stems = new Map<string, string>();
const mostStems = 50_000;

/** Porter's stem (M. F. Porter, 1980), the one that the full-text index uses. */
export function stem(word: string): string {
  let found = stems.get(word);
  if (found === undefined) {
    found = stemmer(word);
    if (stems.size >= mostStems) stems.clear();
    stems.set(word, found);
  }
  return found;
}
