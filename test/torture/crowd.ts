import { answerSchema } from '../../lib/protocol.ts';
import { below, oneOf } from '../../eval/random-numbers.ts';
import type { Random } from '../../eval/random-numbers.ts';

const topics =
  'pricing,hiring,licences,community,funding,support,security,open core,the cloud,mistakes'.split(',');
const forms = [
  'What do founders say about %?',
  'How did they think of % at first?',
  'Who disagrees on %?',
  '%',
];

/** Somebody leaves before the answer once in so many questions. */
const questionsUntilSomebodyLeaves = 20;

/** People who ask a server at once, some of whom leave. */
export class Crowd {
  asked = 0;
  left = 0;
  /** How long each answer took. */
  readonly milliseconds: number[] = [];
  /** What was no answer. */
  readonly faults: string[] = [];

  constructor(
    private readonly url: string,
    private readonly random: Random,
  ) {}

  /** So many people, each of whom asks one question after the other. */
  async gather(people: number, until: () => boolean): Promise<void> {
    const person = async (): Promise<void> => {
      while (!until()) await this.ask();
    };
    await Promise.all(Array.from({ length: people }, person));
  }

  async ask({ stays = false }: { stays?: boolean } = {}): Promise<void> {
    this.asked++;
    const question = oneOf(forms, this.random).replace('%', oneOf(topics, this.random));
    const leaves = !stays && below(questionsUntilSomebodyLeaves, this.random) === 0;
    const started = performance.now();
    try {
      const response = await fetch(`${this.url}/api/ask`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ question }),
        signal: leaves ? AbortSignal.timeout(1 + below(20, this.random)) : null,
      });
      const body: unknown = await response.json();
      if (response.status !== 200 || !answerSchema.safeParse(body).success)
        this.faults.push(`${response.status}: ${JSON.stringify(body).slice(0, 300)}`);
      this.milliseconds.push(performance.now() - started);
    } catch (error) {
      if (leaves) this.left++;
      else this.faults.push(String(error));
    }
  }
}
