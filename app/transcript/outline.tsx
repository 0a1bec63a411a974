import type { EpisodeSummary } from '../../lib/engine.ts';
import { paragraphId } from './source-link.ts';

/** The sections of an episode; those named by the host's question, because the source has no heading, look lighter. */
export function Outline({ sections }: { sections: EpisodeSummary['sections'] }) {
  return (
    <ol className="space-y-1.5 text-small">
      {sections.map((section) => (
        <li key={section.slug}>
          <a
            href={`#${paragraphId(section.firstAnchor)}`}
            className={`block py-0.5 text-soft hover:text-ink ${section.titled ? '' : 'line-clamp-2 italic'}`}
          >
            {section.title}
          </a>
        </li>
      ))}
    </ol>
  );
}
