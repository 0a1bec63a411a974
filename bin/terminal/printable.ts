/** Control characters, and those that turn the direction of the text around them. */
const unprintable = /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** What colours are made of: “select graphic rendition” (ECMA-48, 8.3.117). */
const colour = /(\x1b\[[\d;]*m)/;

/**
 * A text as it may be written to a terminal. What a transcript holds must not move the cursor, change the window's
 * title or touch the clipboard, so all controls but line ends, tabs and colours are shown as pictures of themselves.
 */
export function printable(text: string): string {
  return text
    .split(colour)
    .map((piece, i) => (i % 2 === 1 ? piece : piece.replace(unprintable, pictureOf)))
    .join('');
}

/** ASCII controls have pictures of their own in Unicode; the others share one. */
function pictureOf(control: string): string {
  const code = control.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '\u2421' : '\ufffd';
}
