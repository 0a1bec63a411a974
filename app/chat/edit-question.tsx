import { maximumQuestionLength } from '../../lib/question-length.ts';

interface Props {
  text: string;
  /** Whether later questions go when this one is asked again. */
  dropsMore: boolean;
  onCancel: () => void;
  onSubmit: (text: string) => void;
}

/** A question being rewritten. */
export function EditQuestion({ text, dropsMore, onCancel, onSubmit }: Props) {
  return (
    <form
      className="mb-4"
      onSubmit={(event) => {
        event.preventDefault();
        const next = new FormData(event.currentTarget).get('question');
        if (typeof next === 'string') onSubmit(next);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onCancel();
      }}
    >
      <label htmlFor="edited-question" className="sr-only">
        Edit the question
      </label>
      <textarea
        id="edited-question"
        name="question"
        defaultValue={text}
        maxLength={maximumQuestionLength}
        autoFocus
        rows={2}
        className="field-sizing-content w-full rounded-lg border border-edge bg-raised px-3 py-2 text-lead"
      />
      <div className="mt-2 flex flex-wrap items-center gap-2">
        <button type="submit" className="h-9 rounded-lg bg-ink px-4 font-semibold text-paper">
          Ask again
        </button>
        <button
          type="button"
          onClick={onCancel}
          className="h-9 rounded-lg border border-edge px-4 hover:border-ink"
        >
          Cancel
        </button>
        {dropsMore && <p className="text-small text-soft">What was asked after it goes.</p>}
      </div>
    </form>
  );
}
