import { entityOf } from './entities.ts';

/** A stretch of the line; a delimiter becomes empty when its partner is found. */
interface Piece {
  text: string;
}

const longestAddress = 2000;

/**
 * The words of a line of Markdown without its mark-up: emphasis, code marks and backslashes go, entities become what
 * they stand for, and a link keeps its address behind its words. Takes time in proportion to the line, whatever it holds.
 */
export function renderInline(markdown: string): string {
  if (!/[\\*_`~[&]/u.test(markdown)) return markdown;
  const pieces: Piece[] = [];
  const open = new Map<string, Piece>();
  const brackets: Piece[] = [];
  let at = 0;
  const push = (text: string, length = text.length): Piece => {
    const piece = { text };
    pieces.push(piece);
    at += length;
    return piece;
  };
  while (at < markdown.length) {
    const character = markdown.charAt(at);
    const rest = markdown.slice(at, at + 12);
    const next = markdown.charAt(at + 1);
    if (character === '\\' && /[!-/:-@[-`{-~]/u.test(next)) push(next, 2);
    else if (character === '&') {
      const entity = /^&(#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,6});/iu.exec(rest);
      const meant = entity && entityOf(entity[1] ?? '');
      if (entity && meant !== null) push(meant, entity[0].length);
      else push(character);
    } else if (character === '`') {
      const close = markdown.indexOf('`', at + 1);
      if (close < 0) push(markdown.slice(at));
      else push(markdown.slice(at + 1, close), close + 1 - at);
    } else if (character === '[') brackets.push(push(character));
    else if (character === ']' && next === '(' && brackets.length > 0) {
      const address = /^\(([^\s()]*(?:\([^\s()]*\)[^\s()]*)?)\)/u.exec(
        markdown.slice(at + 1, at + longestAddress),
      );
      const opening = brackets.pop();
      if (address && opening) {
        opening.text = '';
        push(` (${address[1] ?? ''})`, address[0].length + 1);
      } else push(character);
    } else if (character === '*' || character === '_' || rest.startsWith('~~')) {
      const double = next === character;
      const mark = double ? character + next : character;
      delimiter(mark, markdown.charAt(at - 1), markdown.charAt(at + mark.length), push(mark), open);
    } else {
      const plain = /^[^\\*_`~[\]&]+/u.exec(markdown.slice(at, at + 4096));
      push(plain?.[0] ?? character);
    }
  }
  return pieces.map(({ text }) => text).join('');
}

/** Takes away a mark and the one that opened it, where the one can open and the other can close (CommonMark, 6.2). */
function delimiter(
  mark: string,
  before: string,
  after: string,
  piece: Piece,
  open: Map<string, Piece>,
): void {
  const inWord = mark.startsWith('_');
  const canClose = before !== '' && !/\s/u.test(before) && !(inWord && /[\p{L}\p{N}]/u.test(after));
  const canOpen = after !== '' && !/\s/u.test(after) && !(inWord && /[\p{L}\p{N}]/u.test(before));
  const opener = open.get(mark);
  if (canClose && opener) {
    opener.text = '';
    piece.text = '';
    open.delete(mark);
  } else if (canOpen) open.set(mark, piece);
}
