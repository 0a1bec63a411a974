import type { Answer, Citation } from '../protocol.ts';
import { compares } from '../understand/intent.ts';
import { withinFilters, writeAboutShelf } from './about-shelf.ts';
import { asksSeveral } from './asks-several.ts';
import { asksSomething } from './asks-something.ts';
import { writeComparison } from './comparison.ts';
import { Draft } from './draft.ts';
import { evidenceOf, quoteBySpeaker } from './evidence.ts';
import type { Findings } from './findings.ts';
import { isAnswered } from './is-answered.ts';
import { writeMore } from './more.ts';
import { nearTheBest } from './near-the-best.ts';
import { writeNoAnswer } from './no-answer.ts';
import { writeOverview } from './overview.ts';
import { writeQuoteLookup } from './quote-lookup.ts';
import { isCourtesy } from './sentence-openings.ts';
import { speakingTo } from './speaking-to.ts';

/** What of an answer the evidence decides. */
export type Written = Pick<Answer, 'kind' | 'blocks' | 'citations'>;

/** What a plain answer quotes beside the best must be half as likely to answer. */
const answerQuotes = { share: 0.5, most: 4 };

/**
 * The answer in quotes: verbatim words, or an honest `no-answer`. A quote that fails its check is handed to `onFault`
 * and left out.
 */
export async function writeAnswer(findings: Findings, onFault: (error: Error) => void): Promise<Written> {
  const said = withoutCourtesies(findings);
  const draft = new Draft(findings.shelf);
  const first = { kind: await write(said, draft), ...draft.finish(onFault) };
  return canTellMore(first, said) ? furtherAnswer(said, first, onFault) : first;
}

/** What comes after an answer when more is asked for, as often as that is: nothing of it twice. */
async function furtherAnswer(
  findings: Findings,
  first: Written,
  onFault: (error: Error) => void,
): Promise<Written> {
  const quoted: Citation[] = [];
  let written = first;
  const { more } = findings.retrieval.understanding;
  for (let asked = 0; asked < more && written.kind !== 'no-answer'; asked++) {
    quoted.push(...written.citations);
    const draft = new Draft(findings.shelf);
    written = { kind: await writeMore(findings, quoted, draft), ...draft.finish(onFault) };
  }
  return written;
}

/** Lists, introductions of the host and look-ups are whole as they are. */
function canTellMore({ kind }: Written, { retrieval: { understanding } }: Findings): boolean {
  const { more, shelf, intent } = understanding;
  if (more === 0 || kind === 'no-answer' || intent === 'quote-lookup') return false;
  return (
    shelf === null || (shelf.about === 'person' && shelf.entity.kind !== 'host') || shelf.about === 'company'
  );
}

/** Guests side by side on a topic: those asked for, or each who speaks to it; `no-answer` where nobody does. */
export async function writeTopic(
  findings: Findings,
  guests: readonly string[],
  onFault: (error: Error) => void,
): Promise<Written> {
  const draft = new Draft(findings.shelf);
  const said = withoutCourtesies(findings);
  const kind = isAnswered(said) ? writeComparison(said, guests, draft) : writeNoAnswer(said, draft);
  return { kind, ...draft.finish(onFault) };
}

/** A guest who thanks the host answers nothing, near as that may stand to what was asked. */
function withoutCourtesies(findings: Findings): Findings {
  const { retrieval } = findings;
  const ranked = retrieval.ranked.filter(({ passage }) => !isCourtesy(passage.text));
  return { ...findings, retrieval: { ...retrieval, ranked } };
}

async function write(findings: Findings, draft: Draft): Promise<Answer['kind']> {
  const { retrieval, shelf } = findings;
  const { understanding, ranked } = retrieval;
  const request = understanding.shelf && withinFilters(understanding.shelf, findings);
  if (request) return writeAboutShelf(request, findings, draft);
  const [phrase] = understanding.phrases;
  if (understanding.intent === 'quote-lookup' && phrase !== undefined) {
    return writeQuoteLookup(findings, phrase, draft);
  }
  if (!isAnswered(findings) || asksWhatIsOnlyDescribed(findings)) return writeNoAnswer(findings, draft);
  if (understanding.intent === 'comparison') return writeComparison(findings, guestsNamed(findings), draft);
  if (understanding.intent === 'open' && speakingTo(findings).length > 0 && asksSeveral(retrieval)) {
    return compares(understanding.parts[0].text)
      ? writeComparison(findings, [], draft)
      : writeOverview(findings, draft);
  }
  const isAboutHost = understanding.entities.some(({ kind }) => kind === 'host');
  const said = isAboutHost ? ranked : ranked.filter(({ passage }) => !asksSomething(passage));
  if (said.length === 0) return writeNoAnswer(findings, draft);
  quoteBySpeaker(evidenceOf(nearTheBest(said, answerQuotes), retrieval, shelf), draft);
  return 'answer';
}

/** The guests of the people, companies and episodes that the question names, in that order. */
function guestsNamed({ retrieval: { understanding }, shelf }: Findings): string[] {
  const numbers = [...understanding.episodes];
  return numbers.flatMap((number) => shelf.episode(number)?.guests.map(({ name }) => name) ?? []);
}

const speech =
  /\b(say|says|said|think|thinks|thought|feel|feels|felt|believes?|opinions?|views?|interview\w*|talk\w*|tell|tells|told|mention\w*|discuss\w*|advice|advises?|recommend\w*|explain\w*|argues?)\b/i;

/** Whether it asks what somebody said of whose episode there is only a description. */
function asksWhatIsOnlyDescribed({ retrieval: { understanding }, shelf }: Findings): boolean {
  const { entities, numbers } = understanding;
  const named = [...numbers, ...entities.flatMap(({ kind, episodes }) => (kind === 'guest' ? episodes : []))];
  const isDescribed = (number: number): boolean => shelf.episode(number)?.kind === 'description';
  return named.length > 0 && named.every(isDescribed) && speech.test(understanding.standalone);
}
