'use client';

import * as Dialog from '@radix-ui/react-dialog';
import { useRouter } from 'next/navigation';
import { addressOf } from '../chat/address.ts';
import { anchorHref } from '../citation/source-link.ts';
import { IconButton } from '../ui/icon-button.tsx';
import type { Spoken } from './spoken.ts';

interface Props {
  topic: string;
  guest: string;
  company: string | null;
  episode: number;
  spoken: Spoken[];
}

/** All that one guest says on one topic, word for word. Closing it leads back to the grid. */
export function SpokenDialog({ topic, guest, company, episode, spoken }: Props) {
  const router = useRouter();
  const question = `What does ${guest} say about ${topic.toLowerCase()}?`;
  return (
    <Dialog.Root
      open
      onOpenChange={() => {
        router.push('/topics', { scroll: false });
      }}
    >
      <Dialog.Overlay className="fixed inset-0 z-40 bg-black/30" />
      <Dialog.Content
        aria-describedby={undefined}
        className="fixed inset-y-0 right-0 z-50 flex w-[min(38rem,100vw)] flex-col border-l border-line bg-paper shadow-xl shadow-black/20"
      >
        <header className="flex items-start justify-between gap-4 border-b border-line py-3 pr-3 pl-6">
          <div>
            <Dialog.Title className="text-lead font-bold tracking-tight">
              {guest} on {topic.toLowerCase()}
            </Dialog.Title>
            <p className="text-small text-soft">
              {[company, `episode ${episode}`].filter((part) => part !== null).join(' · ')}
            </p>
          </div>
          <Dialog.Close asChild>
            <IconButton icon="close" name="Close" />
          </Dialog.Close>
        </header>
        <div
          tabIndex={0}
          role="group"
          aria-label="Quotes"
          className="grow space-y-6 overflow-y-auto px-6 py-6"
        >
          {spoken.map(({ paragraph, section }) => (
            <figure key={paragraph.anchor}>
              <blockquote className="quote-measure font-serif text-quote">{paragraph.text}</blockquote>
              <figcaption className="mt-1 text-small">
                <a
                  href={anchorHref(paragraph.anchor)}
                  className="text-soft hover:text-ink hover:underline hover:underline-offset-4"
                >
                  {section} · {paragraph.time}
                </a>
              </figcaption>
            </figure>
          ))}
        </div>
        <p className="border-t border-line px-6 py-3 text-small">
          <a
            href={addressOf({ question, filters: { guests: [guest], episodes: [] } })}
            className="link font-semibold"
          >
            Ask: {question}
          </a>
        </p>
      </Dialog.Content>
    </Dialog.Root>
  );
}
