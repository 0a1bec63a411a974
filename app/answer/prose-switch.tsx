import { useId } from 'react';

interface Props {
  view: 'prose' | 'quotes';
  onChange: (view: 'prose' | 'quotes') => void;
}

const names = { prose: 'Written out', quotes: 'Quotes only' };

/** Chooses between a language model's prose and the quotes alone. */
export function ProseSwitch({ view, onChange }: Props) {
  const group = useId();
  return (
    <fieldset className="inline-flex rounded-lg border border-line p-0.5 text-small">
      <legend className="sr-only">Show the answer as</legend>
      {(['prose', 'quotes'] as const).map((each) => (
        <label
          key={each}
          className="relative cursor-pointer rounded-md px-3 py-1 text-soft has-checked:bg-ink has-checked:text-paper has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ink"
        >
          <input
            type="radio"
            name={group}
            checked={view === each}
            onChange={() => {
              onChange(each);
            }}
            className="absolute inset-0 opacity-0"
          />
          {names[each]}
        </label>
      ))}
    </fieldset>
  );
}
