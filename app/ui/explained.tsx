'use client';

import * as Popover from '@radix-ui/react-popover';
import { useEffect, useRef, useState } from 'react';
import type { ReactNode, RefObject } from 'react';

/** `peek` comes and goes with the pointer or the focus; `pinned` was asked for and stays until dismissed. */
type Shown = 'no' | 'peek' | 'pinned';

const hoverDelay = 120;
/** Long enough for the pointer to cross the gap to the popover. */
const leaveDelay = 220;

interface Props {
  /** The accessible name of the button and of its popover. */
  name: string;
  /** What the button shows. */
  label: ReactNode;
  className: string;
  /** Marks the button as the one whose explanation is shown elsewhere. */
  current?: boolean;
  /** Called on a click first; true where the click has been dealt with and no popover should stay. */
  onOpen?: (button: HTMLButtonElement) => boolean;
  children: ReactNode;
}

/** A small button in running text with a popover: on hover, on focus, and pinned by a click. */
export function Explained({ name, label, className, current = false, onOpen, children }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const { shown, setShown, later, stopTimer } = useShown();

  const enter = (event: React.PointerEvent) => {
    if (event.pointerType === 'mouse') later(hoverDelay, (now) => (now === 'no' ? 'peek' : now));
  };
  const leave = (event: React.PointerEvent) => {
    if (event.pointerType === 'mouse') later(leaveDelay, (now) => (now === 'peek' ? 'no' : now));
  };
  const click = (event: React.MouseEvent<HTMLButtonElement>) => {
    stopTimer();
    if (onOpen?.(event.currentTarget)) setShown('no');
    else setShown(shown === 'pinned' ? 'no' : 'pinned');
  };
  const focus = (event: React.FocusEvent<HTMLButtonElement>) => {
    // Focus that comes back from where the click led asks for nothing.
    const returned = event.relatedTarget?.closest('[data-returns-focus]');
    if (shown === 'no' && !returned && event.currentTarget.matches(':focus-visible')) setShown('peek');
  };

  return (
    <Popover.Root open={shown !== 'no'}>
      <span
        className="whitespace-nowrap"
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget) && shown === 'peek') setShown('no');
        }}
      >
        <Popover.Anchor asChild>
          <button
            ref={button}
            type="button"
            aria-label={name}
            aria-expanded={shown !== 'no'}
            aria-current={current || undefined}
            onPointerEnter={enter}
            onPointerLeave={leave}
            onFocus={focus}
            onClick={click}
            className={className}
          >
            {label}
          </button>
        </Popover.Anchor>
        <Popover.Content
          ref={content}
          side="bottom"
          align="start"
          sideOffset={6}
          collisionPadding={{ top: 64, bottom: 16, left: 16, right: 16 }}
          aria-label={name}
          onOpenAutoFocus={leaveFocus}
          onCloseAutoFocus={leaveFocus}
          onEscapeKeyDown={() => {
            stopTimer();
            if (content.current?.contains(document.activeElement)) button.current?.focus();
            setShown('no');
          }}
          onInteractOutside={(event) => {
            if (!isInside(event.target, button)) setShown('no');
          }}
          onPointerEnter={enter}
          onPointerLeave={leave}
          className="appear z-30 w-[min(28rem,calc(100vw-2rem))] rounded-card border border-line bg-raised text-left font-sans text-base font-normal whitespace-normal text-ink not-italic shadow-xl shadow-black/15"
        >
          {children}
        </Popover.Content>
      </span>
    </Popover.Root>
  );
}

function useShown() {
  const [shown, setShown] = useState<Shown>('no');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const stopTimer = () => {
    clearTimeout(timer.current);
  };
  useEffect(() => stopTimer, []);
  const later = (delay: number, next: (now: Shown) => Shown) => {
    stopTimer();
    timer.current = setTimeout(() => {
      setShown(next);
    }, delay);
  };
  return { shown, setShown, later, stopTimer };
}

function leaveFocus(event: Event): void {
  event.preventDefault();
}

function isInside(target: EventTarget | null, element: RefObject<HTMLElement | null>): boolean {
  return target instanceof Node && element.current?.contains(target) === true;
}
