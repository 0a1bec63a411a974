import type { EpisodePart } from './episode-parts.ts';
import { labelUses } from './label-uses.ts';
import type { LabelUse } from './label-uses.ts';
import { capitalRuns, foldName, isSpellingOf } from './names.ts';
import type { Draft } from './transcript-format.ts';

/** What all episodes of a file say together: who comes back, how people introduce themselves, how names are spelt. */
export interface Show {
  /** Label uses of each part, in order. */
  uses: Map<string, LabelUse>[];
  /** Interviews of the file in which a label stands. */
  episodesWith(key: string): number;
  interviews: number;
  /** Full names that the speakers of this label give as their own, most frequent first. */
  introducedAs(key: string): string[];
  /** Other spellings of a full name in the file. */
  spellingsOf(name: string): string[];
  /** Whether every label is in capitals, as in a script. */
  inCapitals: boolean;
}

export function showOf(draft: Draft, parts: readonly EpisodePart[]): Show {
  const uses = parts.map((part) => labelUses(draft, part));
  const episodes = new Map<string, number>();
  const introduced = new Map<string, Map<string, number>>();
  for (const each of uses) {
    for (const [key, use] of each) {
      episodes.set(key, (episodes.get(key) ?? 0) + 1);
      const names = introduced.get(key) ?? new Map<string, number>();
      for (const name of use.introduced) names.set(name, (names.get(name) ?? 0) + 1);
      introduced.set(key, names);
    }
  }
  const printed = uses.flatMap((each) => [...each.values()].map((use) => use.printed));
  let spellings: Map<string, string[][]> | null = null;
  return {
    uses,
    interviews: uses.filter(({ size }) => size > 0).length,
    inCapitals:
      printed.some((label) => label.length > 2) && printed.every((label) => label === label.toUpperCase()),
    episodesWith: (key) => episodes.get(key) ?? 0,
    introducedAs: (key) => [...(introduced.get(key) ?? [])].sort((a, b) => b[1] - a[1]).map(([name]) => name),
    spellingsOf(name) {
      spellings ??= namesIn(draft.text);
      const words = name.split(' ');
      const near = spellings.get(bucketOf(words)) ?? [];
      return near
        .filter((other) => isSpellingOf(other, words))
        .map((other) => other.join(' '))
        .filter((other) => other !== name);
    },
  };
}

/** All that may be a name of two to four words, by how its words begin; each once. */
function namesIn(text: string): Map<string, string[][]> {
  const seen = new Set<string>();
  const buckets = new Map<string, string[][]>();
  for (const run of capitalRuns(text)) {
    for (let at = 0; at + 1 < run.length; at++) {
      for (let length = 2; length <= 4 && at + length <= run.length; length++) {
        const words = run.slice(at, at + length);
        const name = words.join(' ');
        if (seen.has(name)) continue;
        seen.add(name);
        const bucket = bucketOf(words);
        const others = buckets.get(bucket);
        if (others) others.push(words);
        else buckets.set(bucket, [words]);
      }
    }
  }
  return buckets;
}

function bucketOf(words: readonly string[]): string {
  return words.map((word) => foldName(word).charAt(0)).join('');
}
