/** Verbs that give somebody's words or thoughts, as the third person and the past are written. */
const speechVerbs =
  `acknowledge add admit advise agree announce answer apologise apologize argue ask attribute believe blame
call caution challenge claim comment compare concede conclude confess confirm consider contend contrast counter credit
declare define demand deny describe disagree doubt echo emphasise emphasize endorse estimate expect explain express fear
find frame give hint hold hope identify imagine insist joke justify lament liken list maintain mention muse name note
observe offer outline paint pitch point portray praise predict prefer present promise propose question quip quote
recall reckon recommend recount refer reflect regard reject relate relay remark remember remind repeat reply report
respond reveal say see sense share speak state stress suggest sum summarise summarize talk tell thank think trace urge
value view warn wish wonder worry write`.split(/\s+/);
const irregular =
  'said told thought saw put puts held felt feel feels found gave spoke wrote made makes quipped admitted referred';

const finite = [...speechVerbs.flatMap(inflections), ...irregular.split(' ')].join('|');
const verb = `(?:${finite}|${speechVerbs.map((base) => `${base.replace(/e$/, '')}ing`).join('|')})`;
const adverbs = String.raw`(?:(?:also|then|first|once|both|all|even|never|still|now|once again|\p{L}+ly|would|does|did|do|not|similarly)\s+){0,3}`;
const speaksAfter = new RegExp(String.raw`^(?:\s*,[^,.;:]{1,80},)?\s*(?::|${adverbs}${verb}\b)`, 'iu');
const ownsAfter =
  /^['\u2019]s?\s+(?:\p{L}+\s+){0,2}(?:words?|views?|opinions?|answers?|advice|account|take|arguments?|experience|position|point|claims?|description|explanation|telling|eyes|belief|rule|reply|response)\b/iu;
const speaksBefore = new RegExp(
  String.raw`(?:\b(?:according to|in the words of|in the view of|in the opinion of|quoting|to quote)|^\s*for|(?:^|["\u201d'\u2019,])\s*(?:${finite}))\s+$`,
  'iu',
);
const joins = /^\s*(?:,|&|and|or|,\s*and)\s+$/i;

/**
 * Which of the named are presented as speaking or thinking: "Kevin says", "according to Kevin", "says Kevin",
 * "Kevin's view", "Kevin and Patrik agree". Names are given by their UTF-16 spans, in order.
 */
export function attributed<Name extends { start: number; end: number }>(
  text: string,
  names: readonly Name[],
): Name[] {
  const speaks = names.map(
    ({ start, end }) => speaksAfter.test(text.slice(end)) || speaksBefore.test(text.slice(0, start)),
  );
  // "Kevin's view is …", but not "Patrik agrees with Kevin's view".
  for (const [at, { end }] of names.entries()) {
    if (!speaks.slice(0, at).includes(true) && ownsAfter.test(text.slice(end))) speaks[at] = true;
  }
  // "Kevin and Patrik agree": what holds for the last of a list holds for all of it.
  for (let at = names.length - 2; at >= 0; at--) {
    const [here, next] = [names[at], names[at + 1]];
    if (here && next && speaks[at + 1] && joins.test(text.slice(here.end, next.start))) speaks[at] = true;
  }
  return names.filter((_, at) => speaks[at]);
}

/** Whether the words between a name and a quotation make the quotation theirs: "says", "puts it like this:". */
export function introducesSpeech(between: string): boolean {
  return introduction.test(between);
}

const introduction = new RegExp(String.raw`:|\b${verb}\b|^['\u2019]s\b`, 'iu');

function inflections(base: string): string[] {
  const stem = base.replace(/e$/, '');
  const thirdPerson = /(?:s|sh|ch|x|z)$/.test(base)
    ? `${base}es`
    : /[^aeiou]y$/.test(base)
      ? base.replace(/y$/, 'ies')
      : `${base}s`;
  const past = /[^aeiou]y$/.test(base) ? base.replace(/y$/, 'ied') : `${stem}ed`;
  return [base, thirdPerson, past];
}
