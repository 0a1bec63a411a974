import type { Citation } from '../../lib/protocol.ts';
import { CitationButton } from './citation-button.tsx';
import { citationPlace } from './citation-words.ts';
import { quoteHref } from './source-link.ts';

/** One quote: the words, the number, and where they were said. */
export function Quote({ text, citations }: { text: string; citations: Citation[] }) {
  return (
    <figure>
      <blockquote className="quote-measure font-serif text-quote">
        “<span data-quote>{text}</span>”
        {citations.map((citation) => (
          <CitationButton key={citation.n} citation={citation} />
        ))}
      </blockquote>
      {citations.map((citation) => (
        <figcaption key={citation.n} className="mt-1 text-small">
          <a href={quoteHref(citation)} className="place">
            {citationPlace(citation)}
          </a>
        </figcaption>
      ))}
    </figure>
  );
}
