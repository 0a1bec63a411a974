import { Icon } from '../ui/line-icon.tsx';
import type { ChosenFilters } from './filters.ts';
import { toggled } from './filters.ts';

interface Props {
  filters: ChosenFilters;
  onChange: (filters: ChosenFilters) => void;
}

/** The filters in force, each a button that takes it away. */
export function FilterChips({ filters, onChange }: Props) {
  const chips = [
    ...filters.guests.map((name) => ({
      label: name,
      rest: { ...filters, guests: toggled(filters.guests, name) },
    })),
    ...filters.episodes.map((number) => ({
      label: `Episode ${number}`,
      rest: { ...filters, episodes: toggled(filters.episodes, number) },
    })),
  ];
  if (chips.length === 0) return null;
  return (
    <ul aria-label="Filters" className="flex flex-wrap gap-1.5">
      {chips.map(({ label, rest }) => (
        <li key={label}>
          <button
            type="button"
            aria-label={`Remove the filter ${label}`}
            onClick={() => {
              onChange(rest);
            }}
            className="inline-flex h-7 items-center gap-1 rounded-full border border-edge bg-raised pr-2 pl-3 text-small hover:border-ink"
          >
            {label}
            <Icon name="close" />
          </button>
        </li>
      ))}
    </ul>
  );
}

/** The filters that a question was asked with, to be read. */
export function FilterNote({ filters }: { filters: ChosenFilters }) {
  const names = [...filters.guests, ...filters.episodes.map((number) => `episode ${number}`)];
  if (names.length === 0) return null;
  return <p className="mb-4 text-small text-soft">Asked of {names.join(', ')}</p>;
}
