'use client';

import { useState } from 'react';
import type { Answer } from '../../lib/protocol.ts';
import { CitationsContext } from '../citation/source-panel-context.ts';
import { anchorHref } from '../citation/source-link.ts';
import type { AnswerPart } from './answer-parts.ts';
import { answerParts } from './answer-parts.ts';
import { ComparisonTable } from './comparison-table.tsx';
import { GuestQuotes } from './guest-quotes.tsx';
import { Prose } from './prose.tsx';
import { ProseSwitch } from './prose-switch.tsx';

function Part({ part }: { part: AnswerPart }) {
  if (part.type === 'table') return <ComparisonTable rows={part.rows} />;
  if (part.type === 'guest') return <GuestQuotes {...part} />;
  return <Prose {...part} />;
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

function Support({ supported, sentences }: NonNullable<Answer['support']>) {
  if (sentences === 0) return null;
  return (
    <p className="text-small text-soft">
      {supported} of {sentences} {sentences === 1 ? 'sentence is' : 'sentences are'} supported by the passages
      cited.
    </p>
  );
}

/** An answer, as far as it has come. */
export function AnswerView({ answer, final }: { answer: Answer; final: boolean }) {
  const [view, setView] = useState<'prose' | 'quotes'>('prose');
  const { blocks, quoteBlocks, citations, support, notice, kind, retrieved } = answer;
  const quotes = view === 'quotes' && quoteBlocks !== undefined;
  const parts = answerParts(quotes ? quoteBlocks : blocks, citations);
  const quotesNothing = kind === 'no-answer' && parts.every(({ type }) => type === 'prose');
  return (
    <CitationsContext value={citations}>
      <div className="space-y-4">
        {quoteBlocks !== undefined && <ProseSwitch view={view} onChange={setView} />}
        {notice !== null && <p className="border-l-4 border-line pl-3 text-small text-soft">{notice}</p>}
        {parts.map((part, position) => (
          <Part key={position} part={part} />
        ))}
        {quotesNothing && final && <Nearest retrieved={retrieved} />}
        {final && !quotes && support !== undefined && <Support {...support} />}
      </div>
    </CitationsContext>
  );
}
