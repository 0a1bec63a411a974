import { Icon } from '../ui/line-icon.tsx';

interface Props {
  questions: readonly string[];
  ask: (question: string) => void;
}

/** Questions to ask with one click, one a line. */
export function QuestionList({ questions, ask }: Props) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {questions.map((question) => (
        <li key={question}>
          <button
            type="button"
            onClick={() => {
              ask(question);
            }}
            className="group flex w-full items-center justify-between gap-4 py-2.5 text-left"
          >
            <span className="group-hover:underline group-hover:underline-offset-4">{question}</span>
            <span className="text-soft transition-transform group-hover:translate-x-1">
              <Icon name="next" />
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Where an answer can lead. */
export function Suggestions({ questions, ask }: Props) {
  if (questions.length === 0) return null;
  return (
    <section aria-label="Suggested questions" className="mt-8">
      <h3 className="mb-2 text-small font-semibold text-soft">Ask next</h3>
      <QuestionList questions={questions} ask={ask} />
    </section>
  );
}
