'use client';

import { useRouter } from 'next/navigation';
import { addressOf } from '../chat/address.ts';
import { anchorHref } from '../citation/source-link.ts';
import { SideDialog } from '../ui/side-dialog.tsx';
import type { Spoken } from './spoken.ts';

interface Props {
  topic: string;
  guest: string;
  company: string | null;
  episode: number;
  spoken: Spoken[];
  /** Whether the topic is that of similar passages. */
  inferred: boolean;
}

/** All that one guest says on one topic, word for word. Closing it leads back to the grid. */
export function SpokenDialog({ topic, guest, company, episode, spoken, inferred }: Props) {
  const router = useRouter();
  const question = `What does ${guest} say about ${topic.toLowerCase()}?`;
  return (
    <SideDialog
      title={`${guest} on ${topic.toLowerCase()}`}
      note={[company, `episode ${episode}`, inferred ? '≈ topic inferred' : null]
        .filter((part) => part !== null)
        .join(' · ')}
      onClose={() => {
        router.push('/topics', { scroll: false });
      }}
      className="w-152"
    >
      <div
        tabIndex={0}
        role="group"
        aria-label="Quotes"
        className="grow space-y-6 overflow-y-auto px-6 py-6 -outline-offset-2"
      >
        {spoken.map(({ paragraph, section }) => (
          <figure key={paragraph.anchor}>
            <blockquote className="quote-measure font-serif text-quote">{paragraph.text}</blockquote>
            <figcaption className="mt-1 text-small">
              <a href={anchorHref(paragraph.anchor)} className="place">
                {paragraph.time} · {section}
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
    </SideDialog>
  );
}
