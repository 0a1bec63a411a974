'use client';

import * as Popover from '@radix-ui/react-popover';
import { IconButton } from '../ui/icon-button.tsx';
import { useGuests } from '../ui/guests-context.ts';
import type { ChosenFilters } from './filters.ts';
import { toggled } from './filters.ts';

interface Props {
  filters: ChosenFilters;
  onChange: (filters: ChosenFilters) => void;
}

interface ChoiceProps {
  label: string;
  detail: string;
  checked: boolean;
  onChange: () => void;
}

function Choice({ label, detail, checked, onChange }: ChoiceProps) {
  return (
    <label className="flex cursor-pointer items-baseline gap-2.5 rounded-md px-2 py-1.5 hover:bg-sunk">
      <input
        type="checkbox"
        checked={checked}
        onChange={onChange}
        className="size-4 translate-y-0.5 accent-ink"
      />
      <span>
        {label} <span className="text-small text-soft">{detail}</span>
      </span>
    </label>
  );
}

/** Height of the chips above the button, in pixels: they stay in sight beside the menu. */
const chipRow = 36;

/** Chooses whom and which episodes to ask; open as soon as it is there. */
export function FilterMenu({ filters, onChange }: Props) {
  const guests = useGuests();
  const chips = filters.guests.length + filters.episodes.length > 0;
  const episodes = [...new Set(guests.map(({ episode }) => episode))];
  return (
    <Popover.Root defaultOpen>
      <Popover.Trigger asChild>
        <IconButton icon="filter" name="Filter by guest or episode" />
      </Popover.Trigger>
      <Popover.Content
        align="start"
        side="top"
        sideOffset={chips ? 10 + chipRow : 10}
        collisionPadding={{ top: 64, bottom: 16, left: 16, right: 16 }}
        aria-label="Filters"
        className="appear z-30 max-h-[min(26rem,var(--radix-popover-content-available-height))] w-[min(22rem,calc(100vw-2rem))] overflow-y-auto rounded-card border border-line bg-raised p-3 shadow-xl shadow-black/15"
      >
        <fieldset>
          <legend className="px-2 pb-1 text-small font-semibold text-soft">Only these guests</legend>
          {guests.map(({ name, company, episode }) => (
            <Choice
              key={`${name} ${episode}`}
              label={name}
              detail={company ?? ''}
              checked={filters.guests.includes(name)}
              onChange={() => {
                onChange({ ...filters, guests: toggled(filters.guests, name) });
              }}
            />
          ))}
        </fieldset>
        <fieldset className="mt-3">
          <legend className="px-2 pb-1 text-small font-semibold text-soft">Only these episodes</legend>
          <div className="grid grid-cols-3">
            {episodes.map((number) => (
              <Choice
                key={number}
                label={String(number)}
                detail=""
                checked={filters.episodes.includes(number)}
                onChange={() => {
                  onChange({ ...filters, episodes: toggled(filters.episodes, number) });
                }}
              />
            ))}
          </div>
        </fieldset>
      </Popover.Content>
    </Popover.Root>
  );
}
