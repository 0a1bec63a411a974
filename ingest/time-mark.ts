/** A time of the recording as people write it in a transcript: `[00:12:34]`, `(12:34)`, `12:34`, `\[04:15\]`. */
export interface TimeMark {
  seconds: number;
  /** Offset behind the mark. */
  end: number;
}

const mark = /(\\?\[|\()?(?:(\d{1,3}):)?(\d{1,3}):([0-5]\d)(?:[.,]\d{1,3})?(\\?\]|\))?/y;

/** The time mark that begins exactly at `start`, if one does. */
export function timeMarkAt(text: string, start: number): TimeMark | null {
  mark.lastIndex = start;
  const found = mark.exec(text);
  if (!found) return null;
  const [whole, open, hours, minutes, seconds, close] = found;
  if ((open === undefined) !== (close === undefined)) return null;
  const end = start + whole.length;
  // Without brackets only what stands alone is a time: not the start of `10:30am` or of `4:2:1`.
  if (open === undefined && /[\p{L}\p{N}:]/u.test(text.charAt(end))) return null;
  if (hours !== undefined && Number(minutes) > 59) return null;
  return { seconds: Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds), end };
}
