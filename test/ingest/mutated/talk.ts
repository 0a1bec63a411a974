import { below, oneOf } from '../../../eval/random-numbers.ts';
import type { Random } from '../../../eval/random-numbers.ts';

/** What one person says, in one paragraph; `speaker` as it is to be printed. */
export interface Said {
  speaker: string;
  words: string;
}

/** A conversation, before any format has it. */
export interface Talk {
  number: number;
  said: Said[];
}

const sentences = [
  'We began in a garden shed with two rakes & no plan.',
  'How did you find the price of it?',
  'That was in 2012: nobody had asked us “why” before.',
  'It rained for three years — really.',
  'Our first customer paid 40% more than we had dared to ask.',
  'What would you do otherwise today?',
] as const;

/** A conversation of a host and a guest. Each paragraph ends in a word that stands nowhere else, with its episode in it. */
export function talkOf(number: number, random: Random): Talk {
  const paragraphs = 6 + below(8, random);
  const said = Array.from({ length: paragraphs }, (_, at) => {
    const some = Array.from({ length: 1 + below(3, random) }, () => oneOf(sentences, random));
    return {
      speaker: at % 2 === 0 ? 'Ada Able' : 'Ben Best',
      words: [...some, `${markOf(number, at)}.`].join(' '),
    };
  });
  return { number, said };
}

const marks = /q(\d+)x\d+z/gu;

function markOf(number: number, at: number): string {
  return `q${number}x${at}z`;
}

/** The words of `talkOf` that stand nowhere else, as far as a text has them, and the episode of each. */
export function marksIn(text: string): { mark: string; number: number; at: number }[] {
  return [...text.matchAll(marks)].map((match) => ({
    mark: match[0],
    number: Number(match[1]),
    at: match.index,
  }));
}
