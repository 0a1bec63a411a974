import { plainLines } from '../plain-lines.ts';
import type { TranscriptFormat } from '../transcript-format.ts';

/**
 * Interviews as typed for a web site: `Episode 69: …` opens an episode, `Name:` a turn, short lines between turns are
 * headings. Any text can be read this way, so every other format is asked first.
 */
export const interviewText: TranscriptFormat = {
  name: 'interview text',
  detect: ({ text }) => (text === null ? 0 : 0.1),
  async read({ text }) {
    return {
      text: text ?? '',
      lines: plainLines(text ?? ''),
      metadata: {},
      labelsInText: true,
      continuationIsCertain: false,
    };
  },
};
