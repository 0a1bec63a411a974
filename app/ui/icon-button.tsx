import type { ComponentProps } from 'react';
import type { IconName } from './line-icon.tsx';
import { Icon } from './line-icon.tsx';

interface Props extends Omit<ComponentProps<'button'>, 'name' | 'children' | 'className'> {
  icon: IconName;
  /** The accessible name, also shown as the tooltip. */
  name: string;
}

/** A square button with a drawing. */
export function IconButton({ icon, name, ...rest }: Props) {
  return (
    <button
      type="button"
      aria-label={name}
      title={name}
      {...rest}
      className="grid size-9 place-items-center rounded-md text-soft enabled:hover:bg-sunk enabled:hover:text-ink disabled:opacity-40"
    >
      <Icon name={icon} />
    </button>
  );
}
