/** Words spoken in a minute, where a source has no times. */
const wordsPerMinute = 150;

/** When a paragraph begins: `00:31:20` where the source tells, else `≈ 31:20`, estimated from the words before it. */
export function timeOf({ seconds, wordsBefore }: { seconds: number | null; wordsBefore: number }): string {
  return seconds === null ? estimatedTime(wordsBefore) : clock(Math.floor(seconds), true);
}

/**
 * The address that opens a recording where somebody says a paragraph (`…mp3#t=1880`, a temporal media fragment, which
 * players and YouTube understand), or at its beginning where only an estimate is known; null where there is none.
 */
export function recordingAt(recording: string | null, seconds: number | null): string | null {
  if (recording === null || !URL.canParse(recording)) return null;
  const address = new URL(recording);
  if (seconds !== null) address.hash = `t=${Math.floor(seconds)}`;
  return address.href;
}

/** `≈ 31:20`: when so many words have been spoken. */
function estimatedTime(wordsBefore: number): string {
  return `≈ ${clock(Math.round((wordsBefore / wordsPerMinute) * 60), false)}`;
}

/** Length of so many words, in whole minutes, at least one. */
export function minutesOf(words: number): number {
  return Math.max(1, Math.round(words / wordsPerMinute));
}

function clock(total: number, withHours: boolean): string {
  const hours = Math.floor(total / 3600);
  const minutes = Math.floor((total % 3600) / 60);
  const two = (value: number): string => String(value).padStart(2, '0');
  if (withHours || hours > 0) return `${withHours ? two(hours) : hours}:${two(minutes)}:${two(total % 60)}`;
  return `${minutes}:${two(total % 60)}`;
}
