import type { EpisodePart } from './episode-parts.ts';
import { introducedNames, soundsLikeHost } from './introductions.ts';
import { foldName } from './names.ts';
import type { Draft } from './transcript-format.ts';

/** How one label is used in an episode, whichever way it is spelt in capitals. */
export interface LabelUse {
  key: string;
  /** As printed first. */
  printed: string;
  /** How often it is printed. */
  count: number;
  /** Position among the episode's labels, from 0. */
  first: number;
  /** Paragraphs under it, those without a label of their own too, with their words. */
  paragraphs: number;
  words: number;
  /** Paragraphs that ask something, and that end with a question. */
  questions: number;
  endingQuestions: number;
  soundsLikeHost: boolean;
  /** Full names that the speaker gives as his own. */
  introduced: string[];
}

/** The uses of each label of an episode by its folded name, in the order in which they come. */
export function labelUses(draft: Draft, part: EpisodePart): Map<string, LabelUse> {
  const uses = new Map<string, LabelUse>();
  let position = 0;
  let use: LabelUse | null = null;
  for (const { kind, label, isLabel, words, span } of part.lines) {
    if (kind !== 'unknown' && kind !== 'speech') continue;
    if (label && isLabel) {
      const key = foldName(label.name);
      use = uses.get(key) ?? newUse(key, label.name, position);
      uses.set(key, use);
      use.count++;
      position++;
    }
    const speech = draft.text.slice(words, span.end);
    if (use && speech !== '') countSpeech(use, speech);
  }
  return uses;
}

function newUse(key: string, printed: string, first: number): LabelUse {
  return {
    ...{ key, printed, first, count: 0, paragraphs: 0, words: 0, questions: 0, endingQuestions: 0 },
    ...{ soundsLikeHost: false, introduced: [] },
  };
}

function countSpeech(use: LabelUse, speech: string): void {
  use.paragraphs++;
  use.words += speech.match(/\S+/gu)?.length ?? 0;
  if (speech.includes('?')) use.questions++;
  if (/\?["”’)]?$/u.test(speech.slice(-2))) use.endingQuestions++;
  use.soundsLikeHost ||= soundsLikeHost(speech);
  use.introduced.push(...introducedNames(speech));
}
