import type { TranscriptFormat } from '../transcript-format.ts';
import { draftOfRichLines } from './rich-lines.ts';

/** HTML: pages with names in bold or before colons, and the `<cite>` and `<time>` of Podcasting 2.0 transcripts. */
export const htmlPage: TranscriptFormat = {
  name: 'HTML',
  detect({ text }) {
    if (text === null) return 0;
    const start = text.slice(0, 20_000);
    if (/^\s{0,1000}(?:<\?xml[^>]{0,200}>\s{0,100})?<(?:!doctype\s{1,10}html|html|head|body)\b/iu.test(start))
      return 0.95;
    return (start.match(/<\/(?:p|div|cite|h[1-6]|li|dd)>|<br\s{0,3}\/?>/giu)?.length ?? 0) > 1 ? 0.7 : 0;
  },
  async read({ text, file }) {
    const { htmlLines } = await import('./html-lines.ts');
    const { lines, title } = htmlLines(text ?? '', file);
    const hasHeading = lines.some(({ heading, frontMatter }) => heading === 1 && !frontMatter);
    return draftOfRichLines(lines, title === null || hasHeading ? {} : { title });
  },
};
