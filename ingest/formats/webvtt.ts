import type { TranscriptFormat } from '../transcript-format.ts';
import { draftOfCues } from './cues.ts';
import type { Cue } from './cues.ts';
import { decodeEntities } from './entities.ts';
import { readCues } from './subtitles.ts';

const tag = /<\/?(?:c|i|b|u|v|lang|ruby|rt)(?:[.\s][^<>\n]{0,300})?>|<\d{1,4}:\d{2}(?::\d{2})?[.,]\d{1,3}>/gu;
const voice = /<v(?:\.[^\s<>]{0,100})?\s([^<>\n]{1,200})>/gu;

/**
 * WebVTT (W3C): cues with times, speakers in voice tags (`<v Ada Able>words`) or before a colon. Notes are kept beside
 * the speech, styles and regions are not text.
 */
export const webVtt: TranscriptFormat = {
  name: 'WebVTT',
  detect: ({ text }) => (text !== null && /^\s{0,20}WEBVTT(?:\s|$)/u.test(text.slice(0, 40)) ? 1 : 0),
  async read({ text }) {
    const source = text ?? '';
    const cues = withoutRepeats(readCues(source, readBlock));
    return draftOfCues(cues, {});
  },
};

function readBlock(text: string, times: { start: number; end: number } | null): Cue[] {
  const at = { start: times?.start ?? null, end: times?.end ?? null, speaker: null };
  if (/^NOTE(?:\s|$)/u.test(text)) return note(text.slice('NOTE'.length));
  if (times === null) {
    // Before the first cue stand the header and styles; what is written there for people is kept.
    if (/^(?:STYLE|REGION)\b/u.test(text)) return [];
    return note(text.replace(/^WEBVTT(?:[ \t]-?)?/u, ''));
  }
  const cues: Cue[] = [];
  let from = 0;
  let speaker: string | null = null;
  const add = (end: number): void => {
    const words = plain(text.slice(from, end));
    if (words !== '') cues.push({ ...at, text: words, speaker });
  };
  for (const found of text.matchAll(voice)) {
    add(found.index);
    speaker = decodeEntities(found[1] ?? '').trim();
    from = found.index + found[0].length;
  }
  add(text.length);
  return cues;
}

function note(text: string): Cue[] {
  const words = text.trim();
  return words === '' ? [] : [{ text: words, start: null, end: null, speaker: null, isNote: true }];
}

function plain(text: string): string {
  return decodeEntities(text.replace(tag, '')).trim();
}

/** Rolling captions repeat the line before in each cue; it is kept once. */
function withoutRepeats(cues: readonly Cue[]): Cue[] {
  return cues.flatMap((cue, at) => {
    const before = cues[at - 1];
    const [first = '', ...rest] = cue.text.split('\n');
    if (!before || !follows(cue, before) || before.text.split('\n').at(-1)?.trim() !== first.trim())
      return [cue];
    return rest.length > 0 ? [{ ...cue, text: rest.join('\n') }] : [];
  });
}

function follows(cue: Cue, before: Cue): boolean {
  if (cue.speaker !== before.speaker || cue.start === null || before.end === null) return false;
  return cue.start - before.end <= 0.1;
}
