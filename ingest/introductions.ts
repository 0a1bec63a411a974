import { capitalRuns } from './names.ts';

/** Words after which somebody says who he is. White space is bounded, so that no text makes the search slow. */
const introduction =
  /\b(?:I['’]m|I am|[Mm]y name is|[Mm]y name['’]s|[Tt]his is)[,\s]{1,3}(?:(?:(?:your|the|one of your|a)\s{1,3})?(?:co-?)?hosts?,?\s{1,3})?(?=\p{Lu})/gu;
const reach = 60;

/**
 * Names that a speaker gives as his own: `Ada Able` of `I’m your host Ada Able, and with me…`. Only full names, since
 * `I’m French` and `this is Open` look the same.
 */
export function introducedNames(speech: string): string[] {
  const names: string[] = [];
  for (const found of speech.matchAll(introduction)) {
    const after = found.index + found[0].length;
    const [run] = capitalRuns(speech.slice(after, after + reach));
    if (run && run.length > 1 && speech.startsWith(run[0] ?? '', after))
      names.push(run.slice(0, 4).join(' '));
  }
  return names;
}

/** Whether a speaker calls himself the host. */
export function soundsLikeHost(speech: string): boolean {
  return /\b(?:(?:I['’]m|I am|as)[,\s]{1,2}(?:your|the|one of your) (?:co-?)?hosts?|your (?:co-?)?hosts?|I['’]m hosting)\b/u.test(
    speech,
  );
}
/** Whether a speaker bids the listeners welcome. */
export function bidsWelcome(speech: string): boolean {
  return /\b[Ww]elcome (?:back )?to\b/u.test(speech);
}
