import type { Answer } from '../protocol.ts';
import type { Ranked } from '../retrieve/retrieve.ts';
import { compares } from '../understand/intent.ts';
import { withinFilters, writeAboutShelf } from './about-shelf.ts';
import { asksSeveral } from './asks-several.ts';
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
  const { more, shelf } = said.retrieval.understanding;
  const canTellMore = first.kind !== 'no-answer' && shelf?.about !== 'shelf' && shelf?.about !== 'episodes';
  return canTellMore && more > 0 ? furtherAnswer(said, first, onFault) : first;
}

/** What comes after an answer when more is asked for, as often as that is: nothing of it twice. */
function furtherAnswer(findings: Findings, first: Written, onFault: (error: Error) => void): Written {
  const quoted = new Set<string>();
  let written = first;
  for (let asked = 0; asked < findings.retrieval.understanding.more; asked++) {
    for (const { anchor } of written.citations) quoted.add(anchor);
    const draft = new Draft(findings.shelf);
    written = { kind: writeMore(findings, quoted, draft), ...draft.finish(onFault) };
  }
  return written;
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
  const said = isAboutHost ? ranked : ranked.filter((found) => !asksSomething(found));
  if (said.length === 0) return writeNoAnswer(findings, draft);
  quoteBySpeaker(evidenceOf(nearTheBest(said, answerQuotes), retrieval, shelf), draft);
  return 'answer';
}

/** The host's question is near to the same one asked by the user, and answers nothing. */
function asksSomething({ passage: { role, text } }: Ranked): boolean {
  return role === 'host' && text.trimEnd().endsWith('?');
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
