import type { Episode } from '../../ingest/episode.ts';

/** Fewer mentions than this may be chance. */
const fewestMentions = 4;
/** Share of a name's mentions that its own episode must hold. */
const ownShare = 0.8;
/** Share of its mentions inside sentences that must be capitalised. */
const capitalisedShare = 0.9;

/** How the shelf writes one word, whatever its case. */
interface Use {
  small: number;
  /** Mentions with a capital, by spelling and by episode. */
  spellings: Map<string, number>;
  episodes: Map<number, number>;
}

/**
 * Names that belong to one episode: words written with a capital inside sentences, said often there and hardly
 * elsewhere. They are the products, projects and companies that an interview turns on.
 */
export function distinctiveNames(episodes: readonly Episode[]): { name: string; episode: number }[] {
  return [...usesOf(episodes).values()].flatMap(({ small, spellings, episodes: places }) => {
    const capital = [...spellings.values()].reduce((sum, count) => sum + count, 0);
    if (capital < fewestMentions || capital / (capital + small) < capitalisedShare) return [];
    const [name] = commonest(spellings);
    const [episode, mentions] = commonest(places);
    return mentions / capital >= ownShare ? [{ name, episode }] : [];
  });
}

function usesOf(episodes: readonly Episode[]): Map<string, Use> {
  const uses = new Map<string, Use>();
  for (const { number, paragraphs } of episodes) {
    for (const { text } of paragraphs) {
      // Inside a sentence only: its first word is capitalised whatever it is.
      for (const [word] of text.matchAll(/(?<=[\p{L}\p{N},;] )\p{L}[\p{L}\p{N}]{2,}/gu)) {
        const key = word.toLowerCase();
        const use: Use = uses.get(key) ?? { small: 0, spellings: new Map(), episodes: new Map() };
        uses.set(key, use);
        if (/^\p{Lu}|\p{Ll}\p{Lu}/u.test(word)) {
          count(use.spellings, word);
          count(use.episodes, number);
        } else use.small += 1;
      }
    }
  }
  return uses;
}

function count<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** The entry with the highest count, the first of equals. Throws `TypeError` where there is none. */
function commonest<K>(counts: ReadonlyMap<K, number>): [K, number] {
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best));
}
