import type { ComponentProps } from 'react';
import type { IconName } from './line-icon.tsx';
import { Icon } from './line-icon.tsx';

interface Props extends Omit<ComponentProps<'button'>, 'className'> {
  icon: IconName;
}

/** A quiet button with a drawing and a word. */
export function ActionButton({ icon, children, ...rest }: Props) {
  return (
    <button
      type="button"
      {...rest}
      className="inline-flex h-8 items-center gap-1.5 rounded-md px-2 text-small text-soft enabled:hover:bg-sunk enabled:hover:text-ink disabled:opacity-40"
    >
      <Icon name={icon} />
      {children}
    </button>
  );
}
