import Link from 'next/link';
import { useGuests } from '../ui/guests-context.ts';
import { QuestionList } from './suggestions.tsx';

/** What a new reader sees first: what this is, and below the field questions that the shelf answers well. */
export function Welcome({ episodes }: { episodes: number }) {
  return (
    <div className="pt-[min(7vh,4rem)] pb-7">
      <h1 className="text-display font-bold tracking-[-0.02em]">
        <span className="block">Ask founders.</span> Get <span className="stroke">their own words</span>.
      </h1>
      <p className="mt-4 max-w-[58ch] text-quote text-soft">
        {episodes} {episodes === 1 ? 'episode' : 'episodes'}, searched for what was actually said. Every
        answer is made of checked quotes, one click from their place in the transcript. If nobody speaks about
        it, you are told so.
      </p>
    </div>
  );
}

interface Props {
  questions: string[];
  ask: (question: string) => void;
}

/** First questions, and who can be asked about. */
export function Starters({ questions, ask }: Props) {
  const guests = useGuests();
  return (
    <div className="pt-3 pb-16">
      <p className="text-small text-soft max-sm:hidden">
        <kbd>/</kbd> to start typing, <kbd>@</kbd> to ask one guest, <kbd>ep:</kbd> to ask one episode
      </p>
      {questions.length > 0 && (
        <section className="mt-7" aria-labelledby="first-questions">
          <h2 id="first-questions" className="mb-2 text-small font-semibold text-soft">
            Good first questions
          </h2>
          <QuestionList questions={questions} ask={ask} />
        </section>
      )}
      <section className="mt-8" aria-labelledby="on-the-shelf">
        <h2 id="on-the-shelf" className="text-small font-semibold text-soft">
          On the shelf
        </h2>
        <ul className="mt-2 grid gap-x-6 sm:grid-cols-2">
          {guests.map(({ name, company, episode }) => (
            <li key={`${name} ${episode}`}>
              <Link
                href={`/episodes/${episode}`}
                prefetch={false}
                className="group flex items-baseline gap-3 py-1.5"
              >
                <span className="w-6 text-right text-small text-soft tabular-nums">{episode}</span>
                <span>
                  <span className="group-hover:underline group-hover:underline-offset-4">{name}</span>
                  {company !== null && <span className="text-soft"> · {company}</span>}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
