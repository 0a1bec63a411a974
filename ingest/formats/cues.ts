import { DraftWriter } from '../draft-writer.ts';
import { genericSpeaker } from '../generic-labels.ts';
import { foldName } from '../names.ts';
import { speechStart } from '../speech-start.ts';
import type { Draft, EpisodeMetadata } from '../transcript-format.ts';

/** A stretch of speech with its time, as subtitles and machine transcripts have it. */
export interface Cue {
  text: string;
  /** Seconds from the beginning; null where the source has no time for it. */
  start: number | null;
  end: number | null;
  /** As the source names the speaker; null where it names nobody. */
  speaker: string | null;
  /** A remark about the transcript, not spoken. */
  isNote?: boolean;
}

/** A speaker who is silent for so many seconds begins a new paragraph. */
const pause = 2;
/** Paragraphs of more words than these end with their sentence, and of many more wherever they are. */
const enoughWords = 100;
const mostWords = 250;

interface Paragraph extends Cue {
  kind: 'speech';
  words: number;
  /** Whether its speaker is named before it, and not the one who goes on. */
  opensTurn: boolean;
}

/**
 * Makes a draft of cues: cues of one speaker become paragraphs, each with the time of its first. Where no cue names its
 * speaker in the format's own way, names before a colon count if they return.
 */
export function draftOfCues(cues: readonly Cue[], metadata: EpisodeMetadata): Draft {
  const hasSpeakers = cues.some(({ speaker }) => speaker !== null);
  const named = hasSpeakers ? cues : withNamesInText(cues);
  const writer = new DraftWriter();
  let open: Paragraph | null = null;
  let speaker: string | null = null;
  const close = (): void => {
    if (open) writer.add({ ...open, seconds: open.start, speaker: open.opensTurn ? open.speaker : null });
    open = null;
  };
  for (const cue of named) {
    if (cue.isNote) {
      close();
      writer.add({ text: cue.text, kind: 'front-matter' });
      continue;
    }
    // In a format that names speakers, who is not named is unknown; a name in the text holds until the next.
    const said: string = cue.speaker ?? (hasSpeakers ? unnamed : (speaker ?? unnamed));
    const text = cue.text.split('\n').reduce(joined);
    const words = text.split(/\s+/u).length;
    const opensTurn = said !== speaker || (cue.speaker !== null && !hasSpeakers);
    if (open && !opensTurn && continues(open, cue, words)) {
      open.text = joined(open.text, text);
      open.end = cue.end ?? open.end;
      open.words += words;
    } else {
      close();
      open = { ...cue, text, kind: 'speech', speaker: said, words, opensTurn };
    }
    speaker = said;
  }
  close();
  return writer.draft({ metadata, labelsInText: false, continuationIsCertain: true });
}

const unnamed = genericSpeaker('unknown').name;

function continues(open: Paragraph, cue: Cue, words: number): boolean {
  const isSentence = /[.?!…。？！]["”’)]?$/u.test(open.text.slice(-3));
  const silent = open.end !== null && cue.start !== null && cue.start - open.end >= pause;
  const size = open.words + words;
  return !(silent && isSentence) && size <= mostWords && !(isSentence && open.words >= enoughWords);
}

/** Words are joined by a space, unless their script has none: where a cue or a line of it ends means nothing. */
function joined(before: string, after: string): string {
  const noSpaces = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
  const joint = noSpaces.test(before.slice(-1)) && noSpaces.test(after.slice(0, 1)) ? '' : ' ';
  return before + joint + after;
}

/** Takes `Ada: words`, `>> words` and `- words` apart, where the name opens at least two cues; several speakers in a cue too. */
function withNamesInText(cues: readonly Cue[]): Cue[] {
  const split = cues.flatMap((cue) => (cue.isNote ? [cue] : linesOf(cue)));
  const counts = new Map<string, number>();
  for (const { text } of split) {
    const name = nameAt(text)?.name;
    if (name !== undefined) counts.set(foldName(name), (counts.get(foldName(name)) ?? 0) + 1);
  }
  return split.map((cue) => {
    const found = cue.isNote ? null : nameAt(cue.text);
    if (!found || (counts.get(foldName(found.name)) ?? 0) < 2) return cue;
    return { ...cue, speaker: found.name, text: cue.text.slice(found.length).trim() };
  });
}

/** A line of a cue that opens with a name or a mark is a cue of its own. */
function linesOf(cue: Cue): Cue[] {
  const cues: Cue[] = [];
  for (const line of cue.text.split('\n')) {
    const last = cues.at(-1);
    if (last && !nameAt(line)) last.text += `\n${line}`;
    else cues.push({ ...cue, text: line });
  }
  return cues;
}

/** A mark of dialogue says that somebody else speaks, but not who. */
const dialogueMark = /^(?:>>+|»|-(?=\s?["“\p{Lu}]))\s{0,3}/u;

function nameAt(text: string): { name: string; length: number } | null {
  const mark = dialogueMark.exec(text)?.[0] ?? '';
  const { label } = speechStart(text, { start: mark.length, end: text.length });
  if (label) return { name: label.name, length: label.end };
  return mark === '' ? null : { name: unnamed, length: mark.length };
}
