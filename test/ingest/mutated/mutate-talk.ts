import { below, oneOf } from '../../../eval/random-numbers.ts';
import type { Random } from '../../../eval/random-numbers.ts';
import type { Said, Talk } from './talk.ts';

/** What people and programs put into a text, and what parsers stumble over. */
const curiosities = [
  // Emoji of several code points: a family, a flag, a skin tone, a keycap, a flag of tags.
  '👩‍👩‍👧‍👦 🇳🇴 👍🏽 1️⃣ 🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}',
  // Right to left, and marks and overrides of direction.
  'שלום: עולם \u200fمرحبا\u200e \u202eevil\u202c \u2067x\u2069',
  // Of no width: space, joiners, no-break, soft hyphen, byte order mark.
  'zero\u200bwidth\u200c\u200d\u2060 soft\u00adhyphen \ufeffmark',
  // A letter under many accents.
  `Z${'\u0301\u0323\u0489'.repeat(80)}algo`,
  // Beyond the basic plane, private, and what is no character.
  '𝔘𝔫𝔦𝔠𝔬𝔡𝔢 \u{10fffd} \u{f0000} \ue000 \ufdd0 𓀀𓁐',
  // Line ends that only Unicode knows, and unusual spaces.
  'one\u2028two\u2029three\u0085four\u3000five\u00a0six\u1680seven',
  // Scripts without spaces, with stacked vowels, and with letters that change their length in another case.
  '価格をどう決めましたか สวัสดีครับ क्षत्रिय ŉ İstanbul ẞ ﬁ Ǆ',
  // What means something elsewhere.
  '$& $1 %s {{x}} ${y} constructor toString https://example.org/?a=b#c',
] as const;

const strangeSpeakers = [
  ...['ada able', 'ADA ABLE', 'Ada  Able', 'Ada Abel', 'A. Able', 'Ben', 'Ada Able and Ben Best', ''],
  ...[
    'שרה כהן',
    '王小明',
    'Zoë 🎤',
    '__proto__',
    'constructor',
    '42',
    'a'.repeat(300),
    'Dr. Ben Best, CEO: Best',
  ],
] as const;

const megabyte = 1_000_000;

/** Changes a conversation in one way, and says in which. */
export function mutateTalk({ number, said }: Talk, random: Random): { talk: Talk; how: string } {
  const at = below(said.length, random);
  const chosen: Said = said[at] ?? { speaker: '', words: '' };
  const replaced = (...by: Said[]): Talk => ({ number, said: said.toSpliced(at, 1, ...by) });
  const withWords = (words: string): Talk => replaced({ ...chosen, words });
  const way = random();
  if (way < 0.45) return { talk: withWords(inserted(chosen.words, random)), how: 'curious characters' };
  if (way < 0.65) {
    return {
      talk: replaced({ ...chosen, speaker: oneOf(strangeSpeakers, random) }),
      how: 'a strange speaker',
    };
  }
  if (way < 0.78) return { talk: replaced(), how: 'a paragraph dropped' };
  if (way < 0.9) return { talk: replaced(chosen, chosen), how: 'a paragraph doubled' };
  const piece = oneOf([chosen.words.split(' ')[0] ?? '', `${chosen.words} `], random);
  const long = piece.repeat(Math.ceil(megabyte / piece.length));
  return { talk: withWords(`${long} ${chosen.words}`), how: 'a line of a megabyte' };
}

function inserted(words: string, random: Random): string {
  const some = words.split(' ');
  some.splice(below(some.length, random), 0, oneOf(curiosities, random));
  return some.join(' ');
}
