import { useState } from 'react';
import { AnswerView } from '../answer/answer-view.tsx';
import { FilterNote } from '../filters/filter-chips.tsx';
import { chosen } from '../filters/filters.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { AnswerActions } from './answer-actions.tsx';
import { textOf } from './chat-message.ts';
import type { Progress } from './chat-message.ts';
import { EditQuestion } from './edit-question.tsx';
import type { Asked } from './exchanges.ts';
import { Failure } from './failure.tsx';
import { ProgressLine } from './progress-line.tsx';
import { Suggestions } from './suggestions.tsx';

interface Props {
  asked: Asked;
  last: boolean;
  /** Whether an answer to the last question is on its way. */
  busy: boolean;
  progress: Progress;
  error: Error | undefined;
  /** Asks anew in this question's place; false where it cannot be asked. */
  onEdit: (text: string) => boolean;
  onRetry: () => void;
  onSuggestion: (question: string) => void;
}

/** One question and what came of it. The last one fills the screen, so that an arriving answer moves nothing. */
export function Exchange(props: Props) {
  const { asked, last, busy, progress, error, onEdit, onRetry, onSuggestion } = props;
  const { question, reply } = asked;
  const [editing, setEditing] = useState(false);
  const filters = chosen(question.metadata?.filters);
  const text = textOf(question);
  const arriving = last && busy;
  const stopped = last && !busy && error === undefined && !reply?.final;
  return (
    <article
      id={`exchange-${question.id}`}
      className={`scroll-mt-16 pt-2 pb-12 ${last ? 'min-h-[calc(100dvh-12.5rem)]' : ''}`}
    >
      {editing ? (
        <EditQuestion
          text={text}
          dropsMore={!last}
          onCancel={() => {
            setEditing(false);
          }}
          onSubmit={(next) => {
            if (onEdit(next)) setEditing(false);
          }}
        />
      ) : (
        <div className="mb-4 flex items-start gap-2">
          <h2 className="max-w-[40ch] text-lead font-bold tracking-tight whitespace-pre-wrap">{text}</h2>
          {!busy && (
            <IconButton
              icon="edit"
              name="Edit the question"
              onClick={() => {
                setEditing(true);
              }}
            />
          )}
        </div>
      )}
      <FilterNote filters={filters} />
      {reply !== null && reply.answer.standaloneQuestion !== reply.answer.question && (
        <p className="mb-4 text-small text-soft">Understood as: {reply.answer.standaloneQuestion}</p>
      )}
      {reply !== null && <AnswerView {...reply} />}
      {arriving && !reply?.final && (
        <div className="mt-4">
          <ProgressLine progress={progress} />
        </div>
      )}
      {error !== undefined && (
        <div className="mt-4">
          <Failure error={error} retry={onRetry} />
        </div>
      )}
      {stopped && (
        <p className="mt-4 flex items-center gap-2 text-soft">
          Stopped.
          <ActionButton icon="again" onClick={onRetry}>
            Ask again
          </ActionButton>
        </p>
      )}
      {reply?.final && !arriving && (
        <AnswerActions answer={reply.answer} filters={filters} onRetry={last ? onRetry : null} />
      )}
      {last && reply?.final && !busy && (
        <Suggestions questions={reply.answer.suggestions} ask={onSuggestion} />
      )}
    </article>
  );
}
