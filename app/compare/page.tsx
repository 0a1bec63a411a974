import type { Metadata } from 'next';
import { Suspense } from 'react';
import { openedEngine } from '../server/engine.ts';
import { guestsOf } from '../server/guests.ts';
import { Unavailable } from '../ui/unavailable.tsx';
import { CompareForm } from './compare-form.tsx';
import { Comparison } from './comparison.tsx';

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const topic = all((await searchParams).topic)[0]?.trim() ?? '';
  return {
    title: topic === '' ? 'Compare' : `Compare: ${topic}`,
    description: 'Guests side by side on a topic, in their own words, and who did not speak about it.',
  };
}

/** A parameter that may be given any number of times. */
function all(value: string | string[] | undefined): string[] {
  return value === undefined ? [] : [value].flat();
}

/** Guests side by side on a topic. The address is the state: `topic`, and `guest` any number of times. */
export default async function ComparePage({ searchParams }: Props) {
  const opened = await openedEngine();
  if ('problem' in opened) return <Unavailable problem={opened.problem} />;
  const { topic: given, guest } = await searchParams;
  const topic = all(given)[0]?.trim() ?? '';
  const chosen = all(guest);
  const [episodes, topics] = await Promise.all([opened.engine.episodes(), opened.engine.topics()]);
  const guests = guestsOf(episodes);
  const key = JSON.stringify([topic, chosen]);
  return (
    <main id="main" className="flex grow flex-col">
      <div className="mx-auto w-full max-w-[60rem] px-4 pt-10 pb-6 sm:px-6">
        <h1 className="text-title font-bold tracking-tight">Compare</h1>
        <p className="mt-2 text-soft">Put guests side by side on a topic, in their own words.</p>
        <CompareForm
          key={key}
          topic={topic}
          chosen={chosen}
          guests={guests}
          topics={topics.map(({ name }) => name)}
        />
      </div>
      {topic !== '' && (
        <Suspense
          key={key}
          fallback={
            <p className="mx-auto w-full max-w-[60rem] px-4 text-soft sm:px-6">Searching the transcripts…</p>
          }
        >
          <Comparison topic={topic} chosen={chosen} guests={guests} />
        </Suspense>
      )}
    </main>
  );
}
