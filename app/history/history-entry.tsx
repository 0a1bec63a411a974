'use client';

import Link from 'next/link';
import { useState } from 'react';
import { IconButton } from '../ui/icon-button.tsx';
import type { Conversation } from './conversation.ts';

const longestTitle = 200;
const when = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });

interface Props {
  conversation: Conversation;
  onOpen: () => void;
  onRename: (title: string) => void;
  onDelete: () => void;
}

/** One kept conversation. */
export function HistoryEntry({ conversation, onOpen, onRename, onDelete }: Props) {
  const { id, title, updated, messages } = conversation;
  const [editing, setEditing] = useState(false);
  const questions = messages.filter(({ role }) => role === 'user').length;
  const rename = (form: FormData) => {
    const next = form.get('title');
    setEditing(false);
    if (typeof next === 'string' && next.trim() !== '') onRename(next.trim());
  };
  if (editing)
    return (
      <li className="px-2 py-2">
        <form action={rename} className="flex gap-2">
          <input
            name="title"
            defaultValue={title}
            maxLength={longestTitle}
            aria-label="Name of the conversation"
            autoFocus
            onKeyDown={(event) => {
              if (event.key !== 'Escape') return;
              // Only the renaming ends, not the dialog.
              event.stopPropagation();
              setEditing(false);
            }}
            className="h-9 min-w-0 grow rounded-md border border-edge bg-raised px-2"
          />
          <button type="submit" className="h-9 rounded-md bg-ink px-3 font-semibold text-paper">
            Rename
          </button>
        </form>
      </li>
    );
  return (
    <li className="flex items-center rounded-lg hover:bg-sunk">
      <Link href={`/?c=${id}`} onClick={onOpen} className="min-w-0 grow px-2 py-2">
        <span className="block truncate font-semibold">{title}</span>
        <span className="block text-small text-soft">
          {when.format(updated)} · {questions} {questions === 1 ? 'question' : 'questions'}
        </span>
      </Link>
      <IconButton
        icon="edit"
        name={`Rename: ${title}`}
        onClick={() => {
          setEditing(true);
        }}
      />
      <IconButton icon="trash" name={`Delete: ${title}`} onClick={onDelete} />
    </li>
  );
}
