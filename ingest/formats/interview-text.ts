import { plainLines } from '../plain-lines.ts';
import type { TranscriptFormat } from '../transcript-format.ts';
import { UserError } from '../user-error.ts';

/**
 * Interviews as typed for a web site: `Episode 69: …` opens an episode, `Name:` a turn, short lines between turns are
 * headings. Any text can be read this way, so every other format is asked first.
 */
export const interviewText: TranscriptFormat = {
  name: 'interview text',
  detect: ({ text }) => (text === null ? 0 : 0.1),
  async read({ text, file }) {
    if (text === null) {
      throw new UserError(
        'bad-transcript',
        `${file} is neither text nor a Word document nor a PDF: save it as one of these. See the README for the formats.`,
      );
    }
    return {
      text,
      lines: plainLines(text),
      metadata: {},
      labelsInText: true,
      continuationIsCertain: false,
    };
  },
};
