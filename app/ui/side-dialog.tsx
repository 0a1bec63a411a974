'use client';

import { useEffect, useId, useRef } from 'react';
import type { ReactNode } from 'react';
import { IconButton } from './icon-button.tsx';

interface Props {
  title: string;
  /** What stands under the title. */
  note: string;
  /** Called once it is closed, however that came about. */
  onClose: () => void;
  className: string;
  children: ReactNode;
}

/**
 * A dialog at the side of the page. The browser's own: it keeps the focus inside, gives it back afterwards, closes on
 * Escape, and needs no styles that the page's policy would refuse. It is open for as long as it is rendered.
 */
export function SideDialog({ title, note, onClose, className, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => {
      element?.close();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onClose={({ currentTarget }) => {
        // React's development mode closes and opens it once before it is really there.
        if (!currentTarget.open) onClose();
      }}
      onClick={(event) => {
        // The backdrop belongs to the dialog; all that it shows stands inside another element.
        if (event.target === event.currentTarget) event.currentTarget.close();
      }}
      className={`fixed inset-y-0 right-0 left-auto m-0 h-dvh max-h-none max-w-full border-l border-line bg-paper text-ink shadow-xl shadow-black/20 backdrop:bg-black/30 ${className}`}
    >
      <div className="flex h-full flex-col">
        <header className="flex items-start justify-between gap-4 border-b border-line py-3 pr-3 pl-6">
          <div>
            <h2 id={titleId} className="text-lead font-bold tracking-tight">
              {title}
            </h2>
            <p className="text-small text-soft">{note}</p>
          </div>
          <IconButton
            icon="close"
            name="Close"
            onClick={() => {
              dialog.current?.close();
            }}
          />
        </header>
        {children}
      </div>
    </dialog>
  );
}
