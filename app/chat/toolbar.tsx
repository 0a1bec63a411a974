'use client';

import { useRouter } from 'next/navigation';
import { conversationMarkdown } from '../export/markdown.ts';
import { downloadText } from '../export/download-text.ts';
import { HistoryButton } from '../history/history-button.tsx';
import { ActionButton } from '../ui/action-button.tsx';
import type { Asked } from './exchanges.ts';
import { textOf } from './chat-message.ts';

/** What can be done with conversations: start a new one, open an earlier one, take this one away as Markdown. */
export function Toolbar({ asked }: { asked: readonly Asked[] }) {
  const router = useRouter();
  const first = asked[0];
  const save = () => {
    if (first === undefined) return;
    downloadText(fileName(textOf(first.question)), conversationMarkdown(asked, window.location.origin));
  };
  return (
    <div className="-mx-2 flex justify-end gap-1 pt-2 sm:-mr-2">
      {first !== undefined && (
        <>
          <ActionButton
            icon="plus"
            onClick={() => {
              router.push('/');
            }}
          >
            New
          </ActionButton>
          <ActionButton icon="download" onClick={save}>
            Export
          </ActionButton>
        </>
      )}
      <HistoryButton />
    </div>
  );
}

function fileName(question: string): string {
  const slug = question
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
  return `${slug || 'conversation'}.md`;
}
