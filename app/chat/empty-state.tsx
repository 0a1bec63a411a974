import type { Guest } from './guests-context.ts';

/** What a new reader sees first: what this is, and below the field questions that the shelf answers well. */
export function Welcome({ episodes }: { episodes: number }) {
  return (
    <div className="pt-[min(14vh,8rem)] pb-8">
      <h1 className="max-w-[16ch] text-display font-bold tracking-[-0.02em] text-balance">
        Ask founders. Get <span className="stroke">their own words</span>.
      </h1>
      <p className="mt-4 max-w-[56ch] text-[1.0625rem] leading-relaxed text-soft">
        {episodes} interviews of the podcast shelf, searched for what was actually said. Every answer is made
        of checked quotes, one click from the place in the transcript. If nobody speaks about it, you are told
        so.
      </p>
    </div>
  );
}

/** First questions, and who can be asked about. */
export function Starters({
  questions,
  guests,
  ask,
}: {
  questions: string[];
  guests: readonly Guest[];
  ask: (question: string) => void;
}) {
  return (
    <div className="pt-8 pb-16">
      <h2 className="text-small font-semibold text-soft">Good first questions</h2>
      <ul className="mt-2 divide-y divide-line border-y border-line">
        {questions.map((question) => (
          <li key={question}>
            <button
              type="button"
              onClick={() => {
                ask(question);
              }}
              className="group flex w-full items-baseline justify-between gap-4 py-3 text-left"
            >
              <span className="group-hover:underline group-hover:underline-offset-4">{question}</span>
              <span aria-hidden className="text-soft transition-transform group-hover:translate-x-1">
                →
              </span>
            </button>
          </li>
        ))}
      </ul>
      <h2 className="mt-8 text-small font-semibold text-soft">On the shelf</h2>
      <p className="mt-2 max-w-[70ch] leading-loose">
        {guests.map(({ name, company, episode }, position) => (
          <span key={`${name} ${episode}`}>
            <a href={`/episodes/${episode}`} className="link whitespace-nowrap">
              {name}
            </a>
            {company !== null && <span className="text-soft"> {company}</span>}
            {position < guests.length - 1 && <span className="text-soft">, </span>}
          </span>
        ))}
      </p>
    </div>
  );
}
