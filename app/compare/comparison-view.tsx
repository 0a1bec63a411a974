'use client';

import type { Answer } from '../../lib/protocol.ts';
import { AnswerView } from '../answer/answer-view.tsx';
import { SourcePanelArea } from '../citation/source-panel-area.tsx';
import { linkedMarkdown } from '../export/markdown.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import type { Guest } from '../ui/guests-context.ts';
import { GuestsContext } from '../ui/guests-context.ts';

/** A comparison, with its sources beside it. */
export function ComparisonView({ answer, guests }: { answer: Answer; guests: Guest[] }) {
  return (
    <GuestsContext value={guests}>
      <SourcePanelArea>
        <section aria-label="Comparison" className="mx-auto w-full max-w-[60rem] px-4 pb-16 sm:px-6">
          <AnswerView answer={answer} final />
          <div className="-mx-2 mt-4 flex flex-wrap gap-1">
            <CopyButton icon="copy" text={() => linkedMarkdown(answer, window.location.origin)}>
              Copy with citations
            </CopyButton>
            <CopyButton icon="link" text={() => window.location.href}>
              Copy link
            </CopyButton>
          </div>
        </section>
      </SourcePanelArea>
    </GuestsContext>
  );
}
