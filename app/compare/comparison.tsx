import { engine } from '../server/engine.ts';
import { reported } from '../server/respond.ts';
import type { Guest } from '../ui/guests-context.ts';
import { ComparisonView } from './comparison-view.tsx';

interface Props {
  topic: string;
  chosen: string[];
  guests: Guest[];
}

/** Asks the engine to set guests side by side, and shows what came of it. */
export async function Comparison({ topic, chosen, guests }: Props) {
  const compared = await compare(topic, chosen);
  if ('problem' in compared)
    return (
      <p role="alert" className="mx-auto mb-16 w-full max-w-[60rem] px-4 sm:px-6">
        <span className="block border-l-4 border-alarm pl-4">{compared.problem}</span>
      </p>
    );
  return <ComparisonView answer={compared.answer} guests={guests} />;
}

async function compare(topic: string, guests: string[]) {
  try {
    return { answer: await (await engine()).compare({ topic, guests }) };
  } catch (error) {
    return { problem: reported(error).body.error.message };
  }
}
