import type { TranscriptParagraph } from '../../lib/engine.ts';
import type { QuoteSpan } from '../citation/source-link.ts';
import { anchorHref, paragraphId } from '../citation/source-link.ts';
import { MarkedText } from './marked-text.tsx';

/** Where a transcript stands: on its own page, whose element ids are the anchors, or as an excerpt beside an answer. */
export type Place = 'page' | 'panel';

const attributionNotes = {
  corrected: 'The source prints another name here; corrected.',
  inferred: 'The source prints no name here; inferred from the conversation.',
};

interface Props {
  paragraph: TranscriptParagraph;
  /** Whether it is the host's question, and then whether it also stands for the section's lost heading. */
  asks: 'no' | 'in-section' | 'names-section';
  span: QuoteSpan | null;
  within: Place;
}

/** One paragraph, with the name before it where a speaker begins, and its number, which links to it. */
export function Paragraph({ paragraph, asks, span, within }: Props) {
  const id = paragraphId(paragraph.anchor);
  const guest = paragraph.role === 'guest';
  const Element = elementOf(asks, within);
  const look = guest ? 'font-serif text-quote' : asks === 'no' ? 'text-base' : 'text-base font-semibold';
  return (
    <div
      id={within === 'page' ? id : undefined}
      className={`group relative scroll-mt-24 target:not-has-[mark]:bg-sunk target:not-has-[mark]:shadow-[-0.75rem_0_0_var(--color-sunk),0.75rem_0_0_var(--color-sunk)] ${paragraph.opensTurn ? 'pt-6' : 'pt-3'}`}
    >
      {paragraph.opensTurn && paragraph.speaker !== null && <Speaker paragraph={paragraph} />}
      <Element className={`${look} ${within === 'page' ? 'max-sm:inline' : ''}`} data-text>
        <MarkedText text={paragraph.text} span={span?.paragraph === id ? span : null} />
      </Element>
      {within === 'page' && (
        <a
          href={anchorHref(paragraph.anchor)}
          data-anchor={paragraph.anchor}
          aria-label={`Paragraph ${paragraph.number}: copy a link to it`}
          className="ml-1.5 inline-block min-h-6 min-w-6 text-small leading-6 text-soft tabular-nums group-hover:opacity-100 hover:text-ink hover:underline focus-visible:opacity-100 sm:absolute sm:right-full sm:bottom-0.5 sm:mr-2 sm:text-right pointer-fine:sm:opacity-0"
        >
          ¶{paragraph.number}
        </a>
      )}
    </div>
  );
}

function elementOf(asks: Props['asks'], within: Place): 'p' | 'h2' | 'h3' | 'h4' {
  if (asks === 'no') return 'p';
  if (asks === 'names-section') return within === 'page' ? 'h2' : 'h3';
  return within === 'page' ? 'h3' : 'h4';
}

function Speaker({
  paragraph: { attribution, role, speaker, time, recording },
}: {
  paragraph: TranscriptParagraph;
}) {
  return (
    <p className="mb-1 flex flex-wrap items-baseline gap-x-2 text-small">
      <span className={role === 'guest' ? 'font-semibold text-ink' : 'text-soft'}>{speaker}</span>
      {recording === undefined ? (
        <span className="text-soft tabular-nums">{time}</span>
      ) : (
        <a
          href={recording}
          target="_blank"
          rel="noreferrer"
          title="Listen from here"
          className="link text-soft tabular-nums"
        >
          {time}
        </a>
      )}
      {attribution !== 'labelled' && (
        <span className="text-soft italic" title={attributionNotes[attribution]}>
          name {attribution}
          <span className="sr-only">. {attributionNotes[attribution]}</span>
        </span>
      )}
    </p>
  );
}
