import Form from 'next/form';
import { maximumQuestionLength } from '../../lib/question-length.ts';
import type { Guest } from '../ui/guests-context.ts';

/** How many topics are offered below the field; the field completes the others. */
const mostOffered = 8;

interface Props {
  topic: string;
  chosen: readonly string[];
  guests: readonly Guest[];
  /** The most spoken about first. */
  topics: readonly string[];
}

/** Chooses a topic and guests. A form that leads to an address, so that it works without a script. */
export function CompareForm({ topic, chosen, guests, topics }: Props) {
  const names = [...new Set(guests.map(({ name }) => name))];
  return (
    <Form action="/compare" className="mt-6 space-y-5">
      <div>
        <label htmlFor="topic" className="mb-1.5 block text-small font-semibold">
          Topic
        </label>
        <div className="flex gap-2">
          <input
            id="topic"
            name="topic"
            required
            defaultValue={topic}
            maxLength={maximumQuestionLength}
            list="topics"
            placeholder="Pricing, hiring…"
            autoComplete="off"
            className="h-11 min-w-0 grow rounded-lg border border-edge bg-raised px-3 text-base placeholder:text-soft"
          />
          <datalist id="topics">
            {topics.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
          <button type="submit" className="h-11 rounded-lg bg-ink px-5 font-semibold text-paper">
            Compare
          </button>
        </div>
        {topic === '' && topics.length > 0 && (
          <p className="mt-2 flex flex-wrap items-baseline gap-x-3 text-small text-soft">
            Much spoken about:
            {topics.slice(0, mostOffered).map((name) => (
              <a
                key={name}
                href={`/compare?${new URLSearchParams({ topic: name }).toString()}`}
                className="link py-0.5"
              >
                {name}
              </a>
            ))}
          </p>
        )}
      </div>
      <fieldset>
        <legend className="mb-1.5 text-small font-semibold">
          Guests <span className="font-normal text-soft">(none chosen: everybody who speaks about it)</span>
        </legend>
        <div className="flex flex-wrap gap-2">
          {names.map((name) => (
            <label
              key={name}
              className="relative cursor-pointer rounded-full border border-edge px-3 py-1 text-small hover:border-ink has-checked:border-ink has-checked:bg-ink has-checked:text-paper has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ink"
            >
              <input
                type="checkbox"
                name="guest"
                value={name}
                defaultChecked={chosen.includes(name)}
                className="absolute inset-0 cursor-pointer opacity-0"
              />
              {name}
            </label>
          ))}
        </div>
      </fieldset>
    </Form>
  );
}
