import type { Transcript, TranscriptParagraph } from '../../lib/engine.ts';
import type { QuoteSpan } from '../citation/source-link.ts';
import { inChunks, isLong } from './chunks.ts';
import { Paragraph } from './paragraph.tsx';
import type { Place } from './paragraph.tsx';

interface Props {
  body: Transcript['body'];
  /** The words to highlight. */
  span: QuoteSpan | null;
  within: Place;
}

/** A transcript in reading order: sections under their headings, speakers told apart, one span highlighted. */
export function TranscriptBody({ body, span, within }: Props) {
  const Heading = within === 'page' ? 'h2' : 'h3';
  const chunkLook = isLong(body) ? 'chunk' : undefined;
  return body.map((section) => (
    <section key={section.slug} aria-label={section.title} className={within === 'page' ? 'mb-12' : 'mb-8'}>
      {section.titled && <Heading className="text-lead font-bold tracking-tight">{section.title}</Heading>}
      {inChunks(section.paragraphs).map((chunk) => (
        <div key={chunk[0]?.paragraph.anchor} className={chunkLook}>
          {chunk.map(({ paragraph, next }) => (
            <Paragraph
              key={paragraph.anchor}
              paragraph={paragraph}
              asks={asks(paragraph, next) ? (section.titled ? 'in-section' : 'names-section') : 'no'}
              span={span}
              within={within}
            />
          ))}
        </div>
      ))}
    </section>
  ));
}

/** Whether a paragraph is a host's, and the guest's words follow: the question, which stands as a heading over them. */
function asks({ role, speaker }: TranscriptParagraph, next: TranscriptParagraph | undefined): boolean {
  return role === 'host' && speaker !== null && next?.role === 'guest';
}
