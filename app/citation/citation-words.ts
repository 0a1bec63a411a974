import type { Citation } from '../../lib/protocol.ts';
import { paragraphId } from './source-link.ts';

/** `Citation 2: Kevin Mueller, episode 69, Lead Gen?`: the name of a citation's control. */
export function citationName({ n, speaker, episode, section }: Citation): string {
  return `Citation ${n}: ${speaker}, episode ${episode}, ${section}`;
}

/** `≈ 31:20 · Lead Gen?`: where in its episode. */
export function citationPlace({ section, time }: Citation): string {
  return [time, section].filter((part) => part !== null && part !== '').join(' · ');
}

/** `Ep 69 › Lead Gen? › ¶3`: the address people read. */
export function citationAddress({ episode, section, anchor }: Citation): string {
  const paragraph = /-(\d+)$/.exec(paragraphId(anchor))?.[1];
  return [`Ep ${episode}`, section, paragraph === undefined ? '' : `¶${paragraph}`]
    .filter((part) => part !== '')
    .join(' › ');
}

/** `Kevin Mueller, Passbolt, episode 69`. */
export function citationWho({ speaker, company, episode }: Citation): string {
  return [speaker, company, `episode ${episode}`].filter((part) => part !== null).join(', ');
}
