import type { ComponentProps } from 'react';
import type { IconName } from './line-icon.tsx';
import { Icon } from './line-icon.tsx';

interface Props extends Omit<ComponentProps<'button'>, 'name' | 'children' | 'className'> {
  icon: IconName;
  /** The accessible name, also shown as the tooltip. */
  name: string;
}

/** A square button with a drawing. Where it is disabled it keeps the focus, which would else be lost to the page. */
export function IconButton({ icon, name, disabled = false, onClick, ...rest }: Props) {
  return (
    <button
      type="button"
      aria-label={name}
      title={name}
      {...rest}
      aria-disabled={disabled || undefined}
      onClick={disabled ? undefined : onClick}
      className="grid size-9 shrink-0 place-items-center rounded-md text-soft not-aria-disabled:hover:bg-sunk not-aria-disabled:hover:text-ink aria-disabled:cursor-default aria-disabled:opacity-40"
    >
      <Icon name={icon} />
    </button>
  );
}
