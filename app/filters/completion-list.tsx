import type { Completion } from './typed-filters.ts';

interface Props {
  id: string;
  completions: readonly Completion[];
  active: number;
  onChoose: (completion: Completion) => void;
}

/** The id of an option, for the field's `aria-activedescendant`. */
export function optionId(list: string, at: number): string {
  return `${list}-${at}`;
}

/** What a typed `@` or `ep:` may mean, above the field. */
export function CompletionList({ id, completions, active, onChoose }: Props) {
  return (
    <ul
      id={id}
      role="listbox"
      aria-label="Filters to choose"
      className="appear absolute bottom-full left-0 z-20 mb-2 max-h-64 w-[min(24rem,100%)] overflow-y-auto rounded-card border border-line bg-raised p-1.5 shadow-xl shadow-black/15"
    >
      {completions.map((completion, at) => (
        <li
          key={completion.label + completion.detail}
          id={optionId(id, at)}
          role="option"
          aria-selected={at === active}
          // A click, too, leaves the caret in the field.
          onPointerDown={(event) => {
            event.preventDefault();
            onChoose(completion);
          }}
          className="flex cursor-pointer items-baseline justify-between gap-3 rounded-md px-2.5 py-1.5 hover:bg-sunk aria-selected:bg-sunk aria-selected:outline aria-selected:outline-edge"
        >
          <span>{completion.label}</span>
          <span className="text-small text-soft">{completion.detail}</span>
        </li>
      ))}
    </ul>
  );
}
