import type { Citation } from '../../lib/protocol.ts';
import { quoteHref } from '../transcript/source-link.ts';
import { CitationButton } from './citation-button.tsx';
import { citationPlace } from './citation-words.ts';

/** One quote: the words, the number, and where they were said. */
export function Quote({ text, citations }: { text: string; citations: Citation[] }) {
  return (
    <figure>
      <blockquote className="quote-measure font-serif text-quote">
        “{text}”
        {citations.map((citation) => (
          <CitationButton key={citation.n} citation={citation} />
        ))}
      </blockquote>
      {citations.map((citation) => (
        <figcaption key={citation.n} className="mt-1.5 text-small text-soft">
          <a href={quoteHref(citation)} className="link">
            {citationPlace(citation)}
          </a>
        </figcaption>
      ))}
    </figure>
  );
}
