import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../lib/protocol.ts';
import { speakersOf, textOf, useAnswers } from './real-answers.ts';

const { ask } = useAnswers();

describe('a request for more', () => {
  const places = ({ citations }: Answer): string[] =>
    citations.map(({ anchor, start }) => `${anchor} ${start}`);

  it('is answered with what was not quoted yet, until that is all', async () => {
    const question = 'What do founders say about hiring?';
    const conversation = [question];
    const quoted = new Set(places(await ask(question)));
    let answer = await ask('tell me more', conversation);
    expect(answer).toMatchObject({ kind: 'answer', standaloneQuestion: `${question} (more)` });
    expect(await ask(`${question} (more)`)).toMatchObject({ citations: answer.citations });
    while (answer.kind === 'answer') {
      for (const place of places(answer)) {
        expect(quoted).not.toContain(place);
        quoted.add(place);
      }
      conversation.push('tell me more');
      answer = await ask('anything else?', conversation);
    }
    expect(textOf(answer)).toBe('Nothing more that was said comes near it.');
  });

  it('after an introduction is answered by the guest', async () => {
    const answer = await ask('tell me more about her', ['Who is Liz Rice?']);
    expect(answer.kind).toBe('answer');
    expect(speakersOf(answer)).toEqual(['Liz Rice']);
  });

  it.each([
    'Which episodes are there?',
    'Who is Mike Schwartz?',
    'Who said "final boss"?',
    'What is episode 65 about?',
  ])('gets the whole again: %s', async (question) => {
    expect(textOf(await ask('tell me more', [question]))).toBe(textOf(await ask(question)));
  });

  it('about what the host says is answered by the host', async () => {
    const answer = await ask('tell me more', ['What has Mike said about Gluu?']);
    expect(speakersOf(answer)).toEqual(['Mike Schwartz']);
  });

  it('says whose words are at an end', async () => {
    const answer = await ask(`What did Nauren Batjargal say about the cold?${' (more)'.repeat(20)}`);
    expect(textOf(answer)).toBe('Nothing more that Nauren Batjargal says comes near it.');
  });

  it('is told to an end, however often more is asked for', async () => {
    const answer = await ask(`Who is Liz Rice?${' (more)'.repeat(200)}`);
    expect(textOf(answer)).toBe('Nothing more that Liz Rice says comes near it.');
  });

  it('keeps to the filters', async () => {
    const more = 'What do founders say about pricing? (more)';
    const { citations } = await ask(more, [], { guests: ['Nick Schrock'] });
    expect(citations.length).toBeGreaterThan(0);
    expect(citations.every(({ speaker }) => speaker === 'Nick Schrock')).toBe(true);
  });

  it('finds nothing more where nothing was answered', async () => {
    const answer = await ask('tell me more', ['Who painted the Sistine Chapel?']);
    expect(answer.kind).toBe('no-answer');
    expect(answer.blocks[0]?.text).toBe('Nobody on this shelf answers that.');
  });
});
