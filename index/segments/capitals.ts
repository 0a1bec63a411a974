import type { Episode } from '../../ingest/episode.ts';

/** How often a word stands inside sentences, where a capital tells something: with a small letter, and with a capital. */
export interface Mentions {
  small: number;
  capital: number;
}

/** How an episode writes one word, whatever its case. */
interface Use {
  small: number;
  /** Mentions with a capital, by spelling. */
  spellings: Map<string, number>;
}

/** Fewer mentions than this may be chance. */
const fewestMentions = 4;

/** The words of an episode as it writes them inside sentences. */
export class Capitals {
  private readonly uses = new Map<string, Use>();

  constructor({ paragraphs }: Pick<Episode, 'paragraphs'>) {
    for (const { text } of paragraphs) {
      // Inside a sentence only: its first word is capitalised whatever it is.
      for (const [word] of text.matchAll(/(?<=[\p{L}\p{N},;] )\p{L}[\p{L}\p{N}]{2,}/gu)) {
        const key = word.toLowerCase();
        const use: Use = this.uses.get(key) ?? { small: 0, spellings: new Map() };
        this.uses.set(key, use);
        if (/^\p{Lu}|\p{Ll}\p{Lu}/u.test(word)) use.spellings.set(word, (use.spellings.get(word) ?? 0) + 1);
        else use.small += 1;
      }
    }
  }

  /** Words said often enough with a capital to be names, each as it is spelt most, with how often it is said so. */
  names(): { name: string; mentions: number }[] {
    return [...this.uses.values()].flatMap(({ spellings }) => {
      const mentions = sum(spellings);
      if (mentions < fewestMentions) return [];
      const [name] = [...spellings].reduce((best, entry) => (entry[1] > best[1] ? entry : best));
      return [{ name, mentions }];
    });
  }

  /** By the word in small letters. */
  *mentions(): Generator<[string, Mentions]> {
    for (const [word, { small, spellings }] of this.uses) yield [word, { small, capital: sum(spellings) }];
  }
}

function sum(counts: ReadonlyMap<string, number>): number {
  let total = 0;
  for (const count of counts.values()) total += count;
  return total;
}
