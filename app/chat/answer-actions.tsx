import type { Answer } from '../../lib/protocol.ts';
import { linkedMarkdown } from '../export/markdown.ts';
import type { ChosenFilters } from '../filters/filters.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { addressOf } from './address.ts';

interface Props {
  answer: Answer;
  filters: ChosenFilters;
  /** `null` where the question cannot be asked again without losing what followed. */
  onRetry: (() => void) | null;
}

/** What can be done with an answer. */
export function AnswerActions({ answer, filters, onRetry }: Props) {
  const origin = () => window.location.origin;
  return (
    <div className="-mx-2 mt-4 flex flex-wrap gap-1">
      <CopyButton icon="copy" text={() => linkedMarkdown(answer, origin())}>
        Copy with citations
      </CopyButton>
      <CopyButton
        icon="link"
        text={() => origin() + addressOf({ question: answer.standaloneQuestion, filters })}
      >
        Copy link
      </CopyButton>
      {onRetry !== null && (
        <ActionButton icon="again" onClick={onRetry}>
          Ask again
        </ActionButton>
      )}
    </div>
  );
}
