'use client';

import { useEffect, useId } from 'react';
import type { KeyboardEvent, RefObject, SubmitEvent } from 'react';
import { maximumQuestionLength } from '../../lib/question-length.ts';
import { CompletionList, optionId } from '../filters/completion-list.tsx';
import { FilterChips } from '../filters/filter-chips.tsx';
import { FilterButton } from '../filters/filter-button.tsx';
import type { ChosenFilters } from '../filters/filters.ts';
import { joined, noFilters } from '../filters/filters.ts';
import { withoutToken } from '../filters/typed-filters.ts';
import { useCompletion } from '../filters/use-completion.ts';

interface Props {
  value: string;
  onChange: (value: string) => void;
  filters: ChosenFilters;
  onFilters: (filters: ChosenFilters) => void;
  onSubmit: () => void;
  /** Given while an answer is on its way, which it stops. */
  onStop?: (() => void) | undefined;
  /** What is wrong with the question as typed; empty where nothing is. */
  problem: string;
  field: RefObject<HTMLTextAreaElement | null>;
}

/** Whether a key belongs to an input method: Enter then chooses a candidate and is not meant for us. */
function isComposing({ nativeEvent }: KeyboardEvent): boolean {
  // Safari ends the composition before it reports the Enter that ended it; only this code tells.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  return nativeEvent.isComposing || nativeEvent.keyCode === 229;
}

/** Where a question is typed: Enter sends, Shift+Enter breaks the line, `@` and `ep:` offer filters. */
export function Composer(props: Props) {
  const { value, onChange, filters, onFilters, onSubmit, onStop, problem, field } = props;
  const listId = useId();
  const { completions, active, look, choose, keyDown, dismiss } = useCompletion({
    field,
    onComplete: (completion, typed) => {
      onChange(withoutToken(value, typed));
      onFilters(joined(filters, { ...noFilters, ...completion.filters }));
      field.current?.focus();
    },
  });
  useSlashToFocus(field);
  const completing = completions.length > 0;

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onSubmit();
  };
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (isComposing(event) || keyDown(event)) return;
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    onSubmit();
  };
  return (
    <form
      action="/"
      onSubmit={submit}
      className="relative rounded-card border border-edge bg-raised p-2 shadow-lg shadow-black/5 focus-within:border-ink focus-within:ring-1 focus-within:ring-ink"
    >
      {completing && (
        <CompletionList id={listId} completions={completions} active={active} onChoose={choose} />
      )}
      <FilterChips filters={filters} onChange={onFilters} />
      <div className="flex items-end gap-1.5">
        <div className="pb-0.5">
          <FilterButton filters={filters} onChange={onFilters} />
        </div>
        <label htmlFor="question" className="sr-only">
          Your question
        </label>
        <textarea
          ref={field}
          id="question"
          name="q"
          rows={1}
          value={value}
          maxLength={maximumQuestionLength}
          placeholder="Ask the guests…"
          aria-autocomplete="list"
          aria-controls={completing ? listId : undefined}
          aria-activedescendant={completing ? optionId(listId, active) : undefined}
          aria-describedby={problem === '' ? undefined : 'question-problem'}
          onChange={(event) => {
            onChange(event.target.value);
            look();
          }}
          onSelect={look}
          onBlur={dismiss}
          onKeyDown={press}
          className="field-sizing-content max-h-48 min-h-10 min-w-0 grow resize-none bg-transparent px-1 py-2 text-base leading-6 outline-none placeholder:text-soft"
        />
        {onStop ? (
          <button
            type="button"
            onClick={onStop}
            className="h-10 shrink-0 rounded-lg border border-edge px-4 font-semibold hover:border-ink"
          >
            Stop
          </button>
        ) : (
          <button
            type="submit"
            disabled={value.trim() === ''}
            className="h-10 shrink-0 rounded-lg bg-ink px-4 font-semibold text-paper transition-opacity disabled:opacity-45"
          >
            Ask
          </button>
        )}
      </div>
      {problem !== '' && (
        <p id="question-problem" role="alert" className="px-2 pt-1 pb-0.5 text-small text-alarm">
          {problem}
        </p>
      )}
    </form>
  );
}

/** `/` anywhere outside a field puts the caret into this one. */
function useSlashToFocus(field: RefObject<HTMLTextAreaElement | null>): void {
  useEffect(() => {
    const keyDown = (event: globalThis.KeyboardEvent) => {
      const typing =
        event.target instanceof Element && event.target.closest('input, textarea, [contenteditable]');
      if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      field.current?.focus();
    };
    document.addEventListener('keydown', keyDown);
    return () => {
      document.removeEventListener('keydown', keyDown);
    };
  }, [field]);
}
