'use client';

import type { KeyboardEvent, RefObject, SubmitEvent } from 'react';
import { maximumQuestionLength } from '../../lib/protocol.ts';

interface Props {
  value: string;
  onChange: (value: string) => void;
  onSubmit: () => void;
  onStop: () => void;
  busy: boolean;
  field: RefObject<HTMLTextAreaElement | null>;
}

/** Where a question is typed: Enter sends, Shift+Enter breaks the line. */
export function Composer({ value, onChange, onSubmit, onStop, busy, field }: Props) {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onSubmit();
  };
  const keyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // While an input method composes, Enter chooses a candidate; it is not meant for us.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onSubmit();
  };
  return (
    <form
      onSubmit={submit}
      className="flex items-end gap-2 rounded-card border border-edge bg-raised p-2 shadow-lg shadow-black/5 focus-within:border-ink focus-within:ring-1 focus-within:ring-ink"
    >
      <label htmlFor="question" className="sr-only">
        Your question
      </label>
      <textarea
        ref={field}
        id="question"
        rows={1}
        value={value}
        maxLength={maximumQuestionLength}
        placeholder="Ask the guests…"
        onChange={(event) => {
          onChange(event.target.value);
        }}
        onKeyDown={keyDown}
        className="field-sizing-content max-h-48 min-h-10 min-w-0 grow resize-none bg-transparent px-2 py-2 text-[1rem] leading-6 outline-none placeholder:text-soft"
      />
      {busy ? (
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
    </form>
  );
}
