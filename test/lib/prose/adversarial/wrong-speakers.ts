import { oneOf } from '../../../../eval/random-numbers.ts';
import type { Corpus, Target } from '../../../../eval/claims/claims-corpus.ts';
import { cited, quoteOf } from '../../../../eval/claims/faithful.ts';

type WrongSpeaker = (target: Target, corpus: Corpus) => string | null;

/** Words given to somebody who did not say them. */
export const wrongSpeakers: Readonly<Record<string, WrongSpeaker>> = {
  'a claim under another name': (target, corpus) =>
    cited(target.gist.text.replaceAll(target.gist.speaker, otherGuest(target, corpus)), target.number),
  'a quote under another name': (target, corpus) => {
    const words = quoteOf(target);
    return words && `${otherGuest(target, corpus)} says, “${words}” [${target.number}].`;
  },
  'a quote with another name behind it': (target, corpus) => {
    const words = quoteOf(target);
    return words && `“${words}”, says ${otherGuest(target, corpus)} [${target.number}].`;
  },
  'a guest’s words under the host’s name': (target) =>
    cited(target.gist.text.replaceAll(target.gist.speaker, 'Mike Schwartz'), target.number),
  'another passage’s number': ({ gist, sources, random }) => {
    const others = sources.flatMap(({ passage }, at) =>
      passage.role === 'guest' && passage.speaker !== gist.speaker ? [at + 1] : [],
    );
    return others.length === 0 ? null : cited(gist.text, oneOf(others, random));
  },
  'a first name alone': (target, corpus) => {
    const [first = ''] = otherGuest(target, corpus).split(' ');
    return cited(target.gist.text.replaceAll(target.gist.speaker, first), target.number);
  },
};

function otherGuest({ gist, random }: Target, { guests }: Corpus): string {
  return oneOf(
    guests.filter((name) => name !== gist.speaker),
    random,
  );
}
