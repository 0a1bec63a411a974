import type { Transcript, TranscriptParagraph } from '../../lib/engine.ts';
import { MarkedText } from './marked-text.tsx';
import type { QuoteSpan } from './source-link.ts';
import { anchorHref, paragraphId } from './source-link.ts';

const attributionNotes = {
  corrected: 'The source prints another name here; corrected.',
  inferred: 'The source prints no name here; inferred from the conversation.',
};

function Speaker({ paragraph }: { paragraph: TranscriptParagraph }) {
  const { attribution } = paragraph;
  return (
    <p className="mb-1 flex flex-wrap items-baseline gap-x-2 text-small">
      <span className={paragraph.role === 'guest' ? 'font-semibold text-ink' : 'text-soft'}>
        {paragraph.speaker ?? 'Unknown speaker'}
      </span>
      <span className="text-soft tabular-nums">{paragraph.time}</span>
      {attribution !== 'labelled' && (
        <span className="text-soft italic" title={attributionNotes[attribution]}>
          name {attribution}
          <span className="sr-only">. {attributionNotes[attribution]}</span>
        </span>
      )}
    </p>
  );
}

function Paragraph({ paragraph, span }: { paragraph: TranscriptParagraph; span: QuoteSpan | null }) {
  const id = paragraphId(paragraph.anchor);
  const guest = paragraph.role === 'guest';
  return (
    <div
      id={id}
      className={`group relative scroll-mt-24 rounded-md target:bg-sunk target:outline-8 target:outline-sunk ${paragraph.opensTurn ? 'mt-7' : 'mt-3'}`}
    >
      {paragraph.opensTurn && paragraph.speaker !== null && <Speaker paragraph={paragraph} />}
      <p className={guest ? 'font-serif text-quote' : 'text-base font-semibold'}>
        <MarkedText text={paragraph.text} span={span?.paragraph === id ? span : null} />{' '}
        <a
          href={anchorHref(paragraph.anchor)}
          aria-label={`Paragraph ${paragraph.number}: link to here`}
          className="font-sans text-small font-normal text-soft opacity-60 group-hover:opacity-100 hover:text-ink focus-visible:opacity-100"
        >
          ¶{paragraph.number}
        </a>
      </p>
    </div>
  );
}

/** A whole transcript in reading order: sections under their headings, speakers told apart, one span highlighted. */
export function TranscriptBody({ body, span }: { body: Transcript['body']; span: QuoteSpan | null }) {
  return body.map((section) => (
    <section key={section.slug} aria-labelledby={`section-${section.slug}`} className="mb-14">
      {section.titled ? (
        <h2 id={`section-${section.slug}`} className="scroll-mt-24 text-lead font-bold tracking-tight">
          {section.title}
        </h2>
      ) : (
        <h2 id={`section-${section.slug}`} className="sr-only">
          {section.title}
        </h2>
      )}
      {section.paragraphs.map((paragraph) => (
        <Paragraph key={paragraph.anchor} paragraph={paragraph} span={span} />
      ))}
    </section>
  ));
}
