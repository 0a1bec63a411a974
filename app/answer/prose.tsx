import type { Citation, Mark } from '../../lib/protocol.ts';
import { CitationButton } from '../citation/citation-button.tsx';
import { Explained } from '../ui/explained.tsx';
import { markWords } from './mark-words.ts';
import { prosePieces } from './prose-pieces.ts';

/** How words look under a mark: the highlighter for the source's own, a line under what the source does not hold. */
const looks: Record<Mark['kind'], string> = {
  verified: 'rounded-xs bg-wash',
  repaired: 'rounded-xs bg-wash underline decoration-dotted decoration-edge underline-offset-4',
  'not-found': 'underline decoration-wavy decoration-alarm underline-offset-4',
  unsupported: 'underline decoration-dashed decoration-edge underline-offset-4',
  'dropped-citation': 'underline decoration-dashed decoration-alarm underline-offset-4',
  'wrong-speaker': 'underline decoration-wavy decoration-alarm underline-offset-4',
};

interface Props {
  text: string;
  marks?: Mark[];
  /** Those that the text names by number, and those that it does not. */
  citations: readonly Citation[];
}

/** A paragraph of prose with its citations as buttons, and what the check found about its words. */
export function Prose({ text, marks, citations }: Props) {
  const byNumber = new Map(citations.map((citation) => [citation.n, citation]));
  const pieces = prosePieces({ text, marks });
  const named = new Set(pieces.flatMap(({ parts }) => parts));
  const unnamed = citations.filter(({ n }) => !named.has(n));
  // Not a `p`: a citation's popover stands inside it, and holds paragraphs.
  return (
    <div role="paragraph" className="max-w-[66ch] text-quote whitespace-pre-line">
      {pieces.map(({ mark, parts }, position) => {
        const words = parts.map((part, at) => {
          if (typeof part === 'string') return part;
          const citation = byNumber.get(part);
          return citation === undefined ? null : <CitationButton key={at} citation={citation} />;
        });
        if (mark === null) return <span key={position}>{words}</span>;
        // Once, at its end: a quote within an unsupported sentence interrupts that sentence's mark.
        const closes = pieces.findLastIndex((piece) => piece.mark === mark) === position;
        return (
          <span key={position}>
            <span className={looks[mark.kind]}>{words}</span>
            {closes && <MarkButton mark={mark} />}
          </span>
        );
      })}
      {unnamed.map((citation) => (
        <CitationButton key={citation.n} citation={citation} />
      ))}
    </div>
  );
}

function MarkButton({ mark }: { mark: Mark }) {
  const { sign, name, explanation } = markWords[mark.kind];
  return (
    <Explained
      name={`${name}: what this means`}
      label={sign}
      className="relative mx-0.5 inline-grid size-4.5 place-items-center rounded-full border border-edge align-[0.05em] text-small leading-none font-semibold text-soft after:absolute after:-inset-1.5 hover:border-ink hover:text-ink"
    >
      <div className="px-4 py-3">
        <p className="font-semibold">{name}</p>
        <p className="mt-1">{explanation}</p>
        {mark.original !== undefined && (
          <p className="mt-2 border-t border-line pt-2 text-small text-soft">
            The model wrote: <q>{mark.original}</q>
          </p>
        )}
      </div>
    </Explained>
  );
}
