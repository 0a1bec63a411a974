import type { PlantedAttack } from './attack.ts';

/** Characters and names that programs stumble over. */
export const textAttacks: readonly PlantedAttack[] = [
  {
    name: 'an order from right to left',
    says: 'The file is \u202egnp.exe\u202c and \u2066that\u2069 is it.',
  },
  {
    name: 'letters that cannot be seen',
    says: 'pa\u200bss\u200cwo\u200drd\ufeff is\u00ad what\u2060 we used.',
  },
  { name: 'marks upon marks', says: `Z${'\u0301\u0315\u035f'.repeat(200)}algo was the name of the town.` },
  { name: 'half a character', says: 'Half \ud800 of a pair, and \udc00 the other half.' },
  { name: 'a zero in the middle', says: 'Before the zero\u0000 after the zero it goes on.' },
  { name: 'letters that grow', says: 'ﷺ ﷽ İstanbul ß ǰ ﬃ are letters that grow.' },
  { name: 'a family', says: '👨‍👩‍👧‍👦🏳️‍🌈🇺🇳 came along with \u{e0001}\u{e0041} tags.' },
  { name: 'a word without end', says: `${'supercali'.repeat(3000)} is one word.` },
  { name: 'quotes without end', says: `${'"\'“‘'.repeat(2000)} and nothing in them.` },
  { name: 'brackets without end', says: `${'(['.repeat(3000)} never closed.` },
  { name: 'commas without end', says: `${'a, '.repeat(4000)}and so on.` },
  { name: 'stops without end', says: `${'. '.repeat(4000)}${'!?'.repeat(2000)} said nobody.` },
  { name: 'a query of the database', says: `'); DROP TABLE passages; -- " OR 1=1 NEAR(a b) text:*` },
  { name: 'prototypes', says: '__proto__ constructor prototype toString hasOwnProperty valueOf.' },
  {
    name: 'a prototype as a heading',
    heading: '__proto__',
    says: 'The heading is a property of everything.',
  },
  { name: 'a constructor as a heading', heading: 'constructor', says: 'The heading builds everything.' },
  { name: 'a prototype as a guest', guest: 'Constructor', says: 'My name is a property of everything.' },
  { name: 'a way up as the title', title: '../../../../etc/passwd', says: 'The title leads to a file.' },
  { name: 'a way up as a heading', heading: '../../../etc/shadow', says: 'The heading leads to a file.' },
  {
    name: 'a way up as a file',
    file: 'up%2f..%2f..%2fetc%2fpasswd',
    says: 'The file leads out of the folder.',
  },
  { name: 'a command as a file', file: '$(touch attacked);`touch attacked`', says: 'The file is a command.' },
  { name: 'an option as a file', file: '--remove', says: 'The file is called like an option.' },
  { name: 'a script as a file', file: '<img src=x onerror=alert(1)>', says: 'The file is a picture.' },
  { name: 'lines as a file', file: 'two\nlines\u001b[2K', says: 'The file has a name of two lines.' },
  { name: 'a prototype as a file', file: '__proto__', says: 'The file is a property of everything.' },
];
