'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { IconButton } from '../ui/icon-button.tsx';
import type { ChosenFilters } from './filters.ts';

const FilterMenu = dynamic(() => import('./filter-menu.tsx').then((module) => module.FilterMenu), {
  loading: () => <IconButton icon="filter" name="Filter by guest or episode" disabled />,
});

interface Props {
  filters: ChosenFilters;
  onChange: (filters: ChosenFilters) => void;
}

/** Leads to the menu of filters, which comes when it is first wanted. */
export function FilterButton(props: Props) {
  const [wanted, setWanted] = useState(false);
  if (wanted) return <FilterMenu {...props} />;
  return (
    <IconButton
      icon="filter"
      name="Filter by guest or episode"
      aria-haspopup="dialog"
      onClick={() => {
        setWanted(true);
      }}
    />
  );
}
