import type { Answer } from '../../lib/protocol.ts';
import { anchorHref } from '../transcript/source-link.ts';
import type { AnswerPart } from './answer-parts.ts';
import { answerParts } from './answer-parts.ts';
import { CitationButton } from './citation-button.tsx';
import { ComparisonTable } from './comparison-table.tsx';
import { GuestQuotes } from './guest-quotes.tsx';

function Part({ part }: { part: AnswerPart }) {
  if (part.type === 'table') return <ComparisonTable rows={part.rows} />;
  if (part.type === 'guest') return <GuestQuotes {...part} />;
  return (
    <p className="max-w-[70ch] text-base">
      {part.text}
      {part.citations.map((citation) => (
        <CitationButton key={citation.n} citation={citation} />
      ))}
    </p>
  );
}

/** The nearest passages, where the answer itself quotes none of them. */
function Nearest({ retrieved }: { retrieved: Answer['retrieved'] }) {
  return (
    <ul className="space-y-4">
      {retrieved.slice(0, 3).map((passage) => (
        <li key={passage.anchor} className="border-l-2 border-line pl-4">
          <p className="quote-measure line-clamp-3 font-serif">{passage.text}</p>
          <a href={anchorHref(passage.anchor)} className="link text-small text-soft">
            {passage.speaker}, episode {passage.episode}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** An answer, as far as it has come. */
export function AnswerView({ answer, final }: { answer: Answer; final: boolean }) {
  const parts = answerParts(answer);
  const none = answer.kind === 'no-answer';
  const prose = parts.filter(({ type }) => type === 'prose');
  const shown = none ? parts.filter(({ type }) => type !== 'prose') : parts;
  return (
    <div className="space-y-4">
      {none && prose.map((part, position) => <Part key={position} part={part} />)}
      {none && final && (shown.length > 0 || answer.retrieved.length > 0) && (
        <h3 className="pt-2 text-small font-semibold text-soft">The closest we have</h3>
      )}
      {shown.map((part, position) => (
        <Part key={position} part={part} />
      ))}
      {none && final && shown.length === 0 && <Nearest retrieved={answer.retrieved} />}
      {answer.notice !== null && <p className="text-small text-soft">{answer.notice}</p>}
    </div>
  );
}
