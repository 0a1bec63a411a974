import { words } from '../../index/words.ts';
import type { Episode } from '../../ingest/episode.ts';
import type { Quote } from './quote.ts';
import { sentencesOf } from './sentences.ts';

/**
 * The sentence that says who the guest is, and where there is one the next that says what the company is or does: from
 * the host's opening, or from the description where that is all there is.
 */
export function introductionOf(episode: Episode): Quote[] {
  const opening = openingSentences(episode);
  const names = new Set(episode.guests.flatMap(({ name, aliases }) => [name, ...aliases].flatMap(words)));
  const [company] = words(episode.company ?? '');
  const wanted = [...names, String(episode.number), ...(company === undefined ? [] : [company])];
  const found = opening.map(({ said }) => wanted.filter((word) => said.includes(word)).length);
  const naming = Math.max(0, found.indexOf(Math.max(...found)));
  const describing = opening
    .slice(naming + 1)
    .find(({ said }) => company !== undefined && said[0] === company);
  return [opening[naming], describing].flatMap((sentence) => (sentence ? [sentence.quote] : []));
}

/** What the host says before a guest does, or the description. */
function openingSentences({ paragraphs, turns, kind }: Episode): { quote: Quote; said: string[] }[] {
  const isHosts = ({ turn }: { turn: number }): boolean => turns[turn]?.role === 'host';
  const firstReply = paragraphs.findIndex((paragraph, at) => at > 0 && !isHosts(paragraph));
  const opening = kind === 'description' || firstReply < 0 ? paragraphs : paragraphs.slice(0, firstReply);
  return opening.flatMap(({ anchor, text }) =>
    sentencesOf(text).map(({ start, end }) => ({
      quote: { anchor, start, end },
      said: words(text.slice(start, end)),
    })),
  );
}
