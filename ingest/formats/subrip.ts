import type { TranscriptFormat } from '../transcript-format.ts';
import { cueTimes } from './cue-times.ts';
import { draftOfCues } from './cues.ts';
import { decodeEntities } from './entities.ts';
import { readCues } from './subtitles.ts';

/** Mark-up that players know: `<i>`, `<font color=…>`, `{\an8}`. */
const tag = /<\/?(?:i|b|u|s|font)(?:\s[^<>\n]{0,200})?>|\{\\[^{}\n]{0,60}\}/giu;

/** SubRip: numbered cues with times; speakers stand before a colon, if anywhere. */
export const subRip: TranscriptFormat = {
  name: 'SubRip',
  detect({ text }) {
    if (text === null) return 0;
    const timings = text
      .slice(0, 20_000)
      .split('\n')
      .filter((line) => cueTimes(line) !== null).length;
    return timings > 1 ? 0.95 : timings === 1 ? 0.6 : 0;
  },
  async read({ text }) {
    const cues = readCues(text ?? '', (words, times) => {
      const plain = decodeEntities(words.replace(tag, '')).trim();
      if (plain === '') return [];
      return [{ text: plain, start: times?.start ?? null, end: times?.end ?? null, speaker: null }];
    });
    return draftOfCues(cues, {});
  },
};
