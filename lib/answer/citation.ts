import type { Passage } from '../../ingest/passage.ts';
import { recordingAt, timeOf } from '../../ingest/time.ts';
import type { Citation } from '../protocol.ts';
import type { PlacedParagraph, Shelf } from '../shelf.ts';
import { quoteText, type Quote } from './quote.ts';

/** The citation of a quote, number `n`. Throws `RangeError` where the quote is not in the shelf. */
export function citationOf(quote: Quote, n: number, shelf: Pick<Shelf, 'at'>): Citation {
  const placed = shelf.at(quote.anchor);
  if (!placed) throw new RangeError(`No paragraph at ${quote.anchor}`);
  const { episode, turn, paragraph } = placed;
  const recording = recordingAt(episode.recording, paragraph.seconds);
  return {
    n,
    anchor: quote.anchor,
    episode: episode.number,
    episodeTitle: episode.title,
    section: episode.sections[turn.section]?.title ?? '',
    speaker: speakerOf(placed),
    company: turn.role === 'guest' ? episode.company : null,
    quote: quoteText(quote, shelf),
    start: quote.start,
    end: quote.end,
    time: timeOf(paragraph),
    ...(recording === null ? {} : { recording }),
    verified: true,
  };
}

/**
 * Why a citation is not what its paragraph says, letter by letter, or `null` where it is. This is the last check
 * before a user sees a quote.
 */
export function citationFault(citation: Citation, shelf: Pick<Shelf, 'at'>): string | null {
  const placed = shelf.at(citation.anchor);
  if (!placed) return `there is no paragraph at ${citation.anchor}`;
  const { start, end, quote, speaker, episode } = citation;
  if (quote === '' || placed.paragraph.text.slice(start, end) !== quote) {
    return 'the words differ from the source';
  }
  if (speakerOf(placed) !== speaker) return 'somebody else said it';
  if (placed.episode.number !== episode) return 'it stands in another episode';
  return null;
}

/** Whether a citation's quote begins in a passage. */
export function isFrom({ spans }: Pick<Passage, 'spans'>, { anchor, start }: Citation): boolean {
  return spans.some((span) => span.anchor === anchor && span.start <= start && start < span.end);
}

/** Who is named for a paragraph: its speaker, or what it is where nobody speaks. */
export function speakerOf({ turn, episode }: PlacedParagraph): string {
  return turn.speaker ?? (episode.kind === 'description' ? 'Episode description' : 'Unknown speaker');
}
