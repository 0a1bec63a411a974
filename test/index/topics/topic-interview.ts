import type { Made } from '../interviews.ts';
import { episodeOf } from '../sample-shelf.ts';

const said = {
  pricing: 'we charge each customer a monthly price per seat since the discount has gone',
  hiring: 'every engineer joins remotely after interviews with the whole team in many countries',
  gardens: 'tomatoes need sun water compost patience string stakes quiet mornings little wind or rain',
};

/** A guest who says each of these a few times in other words, and a short answer; with topics where readers wrote. */
export function topicInterview(
  number: number,
  written: boolean,
  about: readonly (keyof typeof said)[],
): Made {
  return episodeOf(
    number,
    'Story',
    about.flatMap((topic) =>
      Array.from({ length: 6 }, (_, i) => [
        { speaker: 'Hanna Host', role: 'host' as const, text: `Tell me more, question ${number}.${i}?` },
        {
          speaker: `Guest ${number}`,
          role: 'guest' as const,
          text: `${said[topic]} ${['indeed', 'often', 'today', 'again', 'gladly', 'mostly'][i] ?? ''}`,
          ...(written && {
            enrichment: {
              questions: [`What of ${topic}, ${i}?`],
              plain: [],
              gist: '',
              topics: [topic],
              points: [],
              themes: [],
              asked: [],
              untold: [],
            },
          }),
        },
        { speaker: `Guest ${number}`, role: 'guest' as const, text: 'A price.' },
      ]).flat(),
    ),
  );
}
