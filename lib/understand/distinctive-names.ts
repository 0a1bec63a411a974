import type { EpisodeOutline, WordUse } from '../../index/passage-index.ts';

/** Share of a name's mentions that its own episode must hold. */
const ownShare = 0.8;
/** Share of its mentions inside sentences that must be capitalised. */
const capitalisedShare = 0.9;

/** A name that belongs to one episode. */
export interface DistinctiveName {
  name: string;
  episode: number;
}

/**
 * Names that belong to one episode: words written with a capital inside sentences, said often there and hardly
 * elsewhere. They are the products, projects and companies that an interview turns on.
 */
export function distinctiveNames(
  outlines: readonly Pick<EpisodeOutline, 'number' | 'names'>[],
  vocabulary: ReadonlyMap<string, Pick<WordUse, 'small' | 'capital'>>,
): DistinctiveName[] {
  return outlines.flatMap(({ number, names }) =>
    names.flatMap(({ name, mentions }) => {
      const { small, capital } = vocabulary.get(name.toLowerCase()) ?? { small: 0, capital: mentions };
      const isName = capital / (capital + small) >= capitalisedShare && mentions / capital >= ownShare;
      return isName ? [{ name, episode: number }] : [];
    }),
  );
}
