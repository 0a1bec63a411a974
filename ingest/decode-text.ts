/**
 * The text of a file's bytes: by its byte order mark, else UTF-8 where that is valid, else Windows-1252, which gives
 * every byte a meaning. Unlike a lossy decoder it never replaces a character. Line ends become `\n`. Null where the
 * bytes are no text: more than a stray one of them is a control character.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const text = decode(bytes);
  return isBinary(text) ? null : text.replace(/\r\n?/gu, '\n');
}

/** Most control characters in a thousand characters of a text that was only damaged. */
const strayControls = 10;

function isBinary(text: string): boolean {
  const sample = text.slice(0, 64_000);
  const controls = sample.match(/[\0-\x08\x0e-\x1a\x1c-\x1f]/gu)?.length ?? 0;
  return controls > 2 && controls * 1000 > sample.length * strayControls;
}

function decode(bytes: Uint8Array): string {
  const encoding = utf16Of(bytes);
  if (encoding) return new TextDecoder(encoding).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8: what is left is what old word processors wrote.
    return windows1252(bytes);
  }
}

/**
 * What Windows-1252 has where Latin-1 has control characters, from 0x80 (WHATWG Encoding); the five places that it
 * leaves free are control characters there too.
 */
const from0x80 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** By hand, since Node's own decoder of that name takes the text for Latin-1 (up to version 22). */
function windows1252(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return latin1.replace(/[\x80-\x9f]/gu, (character) => from0x80.charAt(character.charCodeAt(0) - 0x80));
}

/** By the byte order mark; without one by its zero bytes, which stand in every second place of western text. */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, 512);
  if (sample.length < 8) return null;
  const zeros = [0, 0];
  sample.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (odd > sample.length * 0.3 && even === 0) return 'utf-16le';
  return even > sample.length * 0.3 && odd === 0 ? 'utf-16be' : null;
}
