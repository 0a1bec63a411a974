/** Text of which a span (UTF-16 offsets) is highlighted; a span outside the text highlights nothing. */
export function MarkedText({ text, span }: { text: string; span?: { start: number; end: number } | null }) {
  if (!span || span.end > text.length) return text;
  return (
    <>
      {text.slice(0, span.start)}
      <mark>{text.slice(span.start, span.end)}</mark>
      {text.slice(span.end)}
    </>
  );
}
