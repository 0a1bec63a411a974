import type { Entity, Mention } from './directory.ts';
import { words } from '../../index/words.ts';
import { contentWords } from './terms.ts';
import { withoutMentions } from './without-mentions.ts';

/** A question about the shelf itself rather than about what was said on it. */
export type ShelfRequest =
  /** Nothing is asked: a greeting, thanks, "what can you do?". */
  | { about: 'help' }
  | { about: 'shelf' }
  | { about: 'episodes'; numbers: number[] }
  | { about: 'person' | 'company'; entity: Entity };

/** Words that only ever speak of the shelf and its parts. */
const shelfWords = new Set(
  `episode episodes ep interview interviews transcript transcripts podcast podcasts show shelf guest guests founder founders
company companies start-up startup startups people person interviewee interviewees speaker speakers collection library
archive list number numbers count available contain contains cover covers covered include includes included feature
features featured appear appears exist exists ask answer asked question questions discuss discusses discussed talked about
conversation conversations summary summarise summarize overview happen happens gist main topic topics
hear host hosted hosts listen presenter presents title titles called name names`.split(/\s+/),
);

/** What asks for a summary of whatever is named. */
const summary =
  /\b(?:main|key) (?:ideas?|messages?|points?|takeaways?)\b|\b(?:highlights?|outline|recap|summar(?:y|i[sz]e)|takeaways?|tl;?dr)\b|\bin (?:brief|short|a nutshell)\b/gi;

/** The name of the show, whose words are else a topic. */
const showName = /\bopen[ -]source underdogs\b/gi;

/** What a shelf is asked for as a whole, by these or by "every episode". */
const shelfNouns =
  /\b(?:episodes|interviews|transcripts|podcasts?|show|shelf|guests|founders|companies|start-?ups|people|interviewees|speakers|topics|titles|questions|overview|presenter|hosts?|underdogs|collection|library|archive|(?:every|each) (?:episode|interview|transcript|guest|founder|company|speaker))\b/i;

/** A message of these words alone asks nothing. */
const smallTalk = new Set(
  `afternoon bye cheers cool day evening fine good goodbye great hello help hey hi morning much nice night no ok okay please
so sorry start test testing thank thanks there very welcome well yes you`.split(/\s+/),
);
const asksForHelp =
  /^\W*(?:(?:hi|hello|hey|good (?:morning|afternoon|evening))\W+)?(how are you|who are you|what are you|what can (you|i) (do|ask)|what do you (do|know)|what is this|how (do|does) (this|it|you) work|can you help)\b[^,;]{0,20}$/i;

const asksWho =
  /^\s*(and\s+)?(who\s+(is|was|are)|who['’]s|tell me (more )?about|introduce|what do you know about)\b/i;
const asksWhat =
  /^\s*(and\s+)?(what\s+(is|was|are|does|do)|what['’]s|tell me (more )?about|introduce|describe|what do you know about)\b/i;
const asksForShelf =
  /^\s*(which|what|who|how many|how much|list|show|give|name|tell|is there|are there|do you|can (i|you)|where)\b/i;

/** Whether nothing is asked: a greeting, thanks, "what can you do?". */
export function isSmallTalk(message: string): boolean {
  return words(message).every((word) => smallTalk.has(word)) || asksForHelp.test(message);
}

/**
 * What of the shelf itself a question asks for: its episodes, some episodes as a whole, or a person; `null` where it
 * asks what somebody said. `numbers` are the episodes asked for by number.
 */
export function shelfRequest(
  question: string,
  mentions: readonly Mention[],
  numbers: readonly number[],
): ShelfRequest | null {
  if (isSmallTalk(question)) return { about: 'help' };
  const rest = withoutMentions(question, mentions);
  const isNamed = mentions.length > 0 || numbers.length > 0;
  const own = (isNamed ? rest.replace(summary, ' ') : rest).replace(showName, ' ');
  if (contentWords(own).some((word) => !shelfWords.has(word) && !/^\d+$/.test(word))) return null;
  if (numbers.length > 0) return { about: 'episodes', numbers: [...numbers] };
  const [first, ...others] = new Set(mentions.map(({ entity }) => entity));
  if (first && others.length === 0) {
    const named = own !== rest || /\b(?:episode|interview|transcript|conversation)s?\b/i.test(rest);
    if (named && first.kind !== 'host') return { about: 'episodes', numbers: first.episodes };
    const isPerson = first.kind === 'guest' || first.kind === 'host';
    if (first.kind === 'company' && asksWhat.test(question)) return { about: 'company', entity: first };
    const isNameAlone = words(rest).length === 0;
    if (isPerson && (asksWho.test(question) || isNameAlone)) return { about: 'person', entity: first };
  }
  const asksForAll = shelfNouns.test(rest) && asksForShelf.test(question);
  return mentions.length === 0 && asksForAll ? { about: 'shelf' } : null;
}
