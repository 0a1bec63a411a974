'use client';

import { useEffect, useState } from 'react';
import type { EpisodeSummary } from '../../lib/engine.ts';
import { paragraphId } from '../citation/source-link.ts';

/**
 * The sections of an episode, the one being read marked; those named by the host's question, because the source has no
 * heading, look lighter.
 */
export function Outline({ sections }: { sections: EpisodeSummary['sections'] }) {
  const reading = useSectionInView(sections);
  return (
    <ol className="space-y-0.5 text-small">
      {sections.map((section) => (
        <li key={section.slug}>
          <a
            href={`#${paragraphId(section.firstAnchor)}`}
            aria-current={section.slug === reading || undefined}
            className={`block border-l-2 border-transparent py-1 pl-3 text-soft hover:text-ink aria-[current]:border-marker aria-[current]:text-ink ${section.titled ? '' : 'italic'}`}
          >
            <span className={section.titled ? '' : 'line-clamp-2'}>{section.title}</span>
          </a>
        </li>
      ))}
    </ol>
  );
}

/** The slug of the section whose first paragraph was the last to pass the upper part of the screen. */
function useSectionInView(sections: EpisodeSummary['sections']): string | null {
  const [slug, setSlug] = useState<string | null>(null);
  useEffect(() => {
    const starts = sections.flatMap((section) => {
      const element = document.getElementById(paragraphId(section.firstAnchor));
      return element === null ? [] : [{ slug: section.slug, element }];
    });
    let frame = 0;
    const look = () => {
      frame = 0;
      const passed = starts.filter(
        ({ element }) => element.getBoundingClientRect().top < window.innerHeight / 3,
      );
      setSlug(passed.at(-1)?.slug ?? null);
    };
    const scroll = () => {
      frame ||= requestAnimationFrame(look);
    };
    look();
    document.addEventListener('scroll', scroll, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      document.removeEventListener('scroll', scroll);
    };
  }, [sections]);
  return slug;
}
