'use client';

import type { ChosenFilters } from '../filters/filters.ts';
import { HistoryButton } from '../history/history-button.tsx';
import { Composer } from './composer.tsx';
import { Starters, Welcome } from './empty-state.tsx';
import type { Question } from './use-question-field.ts';
import { useQuestionField } from './use-question-field.ts';

interface Props {
  starters: string[];
  episodes: number;
  /** Those that the address names. */
  filters: ChosenFilters;
  /** Called when the reader is about to ask. */
  onTyping: () => void;
  onAsk: (question: Question) => void;
}

/** Before the first question: what this is, the field, and good questions to begin with. */
export function NewConversation({ starters, episodes, filters: chosen, onTyping, onAsk }: Props) {
  const { field, draft, change, filters, setFilters, problem, take } = useQuestionField(chosen);
  const ask = (text: string) => {
    const question = take(text);
    if (question !== null) onAsk(question);
  };
  return (
    <div
      onFocus={onTyping}
      onPointerEnter={onTyping}
      className="mx-auto flex w-full max-w-[48rem] grow flex-col px-4 sm:px-6"
    >
      <div className="-mx-2 flex justify-end pt-2">
        <HistoryButton />
      </div>
      <Welcome episodes={episodes} />
      <Composer
        value={draft}
        onChange={change}
        filters={filters}
        onFilters={setFilters}
        onSubmit={() => {
          ask(draft);
        }}
        problem={problem}
        field={field}
      />
      <Starters questions={starters} ask={ask} />
    </div>
  );
}
