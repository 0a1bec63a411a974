/**
 * The text of a file's bytes: by its byte order mark, else UTF-8 where that is valid, else Windows-1252, which gives
 * every byte a meaning. Unlike a lossy decoder it never replaces a character.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8: what is left is what old word processors wrote.
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
