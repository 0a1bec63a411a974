import { formatOf } from './formats.ts';
import { frontMatterAt, parseFrontMatter } from './front-matter.ts';
import { plainLines } from './plain-lines.ts';
import type { Draft, EpisodeMetadata, TranscriptSource } from './transcript-format.ts';

/**
 * Reads a source by the format that its content has. Any that is text may have front matter before its own first line,
 * whose word counts more than the format's own. Throws `UserError` ('bad-transcript') where it is damaged.
 */
export async function readDraft(source: TranscriptSource): Promise<Draft> {
  const { text, file } = source;
  const frontMatter = text === null ? null : frontMatterAt(text);
  if (text === null || !frontMatter) return formatOf(source).read(source);
  const metadata = parseFrontMatter(frontMatter.yaml, file);
  const body = { ...source, text: text.slice(frontMatter.end) };
  return withFrontMatter(text.slice(0, frontMatter.end), metadata, await formatOf(body).read(body));
}

function withFrontMatter(frontMatter: string, metadata: EpisodeMetadata, draft: Draft): Draft {
  const by = frontMatter.length;
  const moved = <T extends { start: number; end: number }>(span: T): T => ({
    ...span,
    start: span.start + by,
    end: span.end + by,
  });
  return {
    ...draft,
    text: frontMatter + draft.text,
    lines: [
      ...plainLines(frontMatter).map((line) => ({ ...line, kind: 'front-matter' as const })),
      ...draft.lines.map((line) => ({
        ...moved(line),
        label: line.label && moved(line.label),
        time: line.time && { ...line.time, span: line.time.span && moved(line.time.span) },
      })),
    ],
    metadata: { ...draft.metadata, ...metadata },
  };
}
