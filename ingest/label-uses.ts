import type { EpisodePart } from './episode-parts.ts';
import { introducedNames, soundsLikeHost } from './introductions.ts';
import { foldName } from './names.ts';
import type { Draft } from './transcript-format.ts';

/** How one label is used in an episode, whichever way it is spelt in capitals. */
export interface LabelUse {
  key: string;
  /** As printed first. */
  printed: string;
  count: number;
  /** Position among the episode's labels, from 0. */
  first: number;
  words: number;
  /** Lines that ask something. */
  questions: number;
  soundsLikeHost: boolean;
  /** Full names that the speaker gives as his own. */
  introduced: string[];
}

/** The uses of each label of an episode by its folded name, in the order in which they come. */
export function labelUses(draft: Draft, part: EpisodePart): Map<string, LabelUse> {
  const uses = new Map<string, LabelUse>();
  let position = 0;
  for (const { label, isLabel, words, span } of part.lines) {
    if (!label || !isLabel) continue;
    const key = foldName(label.name);
    const use = uses.get(key) ?? {
      ...{ key, printed: label.name, count: 0, first: position, words: 0, questions: 0 },
      soundsLikeHost: false,
      introduced: [],
    };
    const speech = draft.text.slice(words, span.end);
    use.count++;
    use.words += speech.split(/\s+/u).length;
    if (speech.includes('?')) use.questions++;
    use.soundsLikeHost ||= soundsLikeHost(speech);
    use.introduced.push(...introducedNames(speech));
    uses.set(key, use);
    position++;
  }
  return uses;
}
