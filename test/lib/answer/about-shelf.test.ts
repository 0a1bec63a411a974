import { describe, expect, it } from 'vitest';
import type { Answer, Filters } from '../../../lib/protocol.ts';
import { speakersOf, textOf, useAnswers } from './real-answers.ts';

const { ask, engine } = useAnswers();

describe('a question about the shelf, inside filters', () => {
  const inside = (question: string, filters: Filters): Promise<Answer> =>
    engine().answer({ question, filters });

  it('lists what the filters leave', async () => {
    const answer = await inside('Which episodes are there?', { episodes: [63, 65] });
    expect(answer.blocks[0]?.text).toBe('The filters leave 2 interviews by Mike Schwartz.');
    expect(answer.blocks).toHaveLength(3);
    const guest = await inside('Which episodes are there?', { guests: ['Liz Rice'] });
    expect(guest.blocks.slice(1).map(({ text }) => text)).toEqual([expect.stringContaining('Liz Rice')]);
  });

  it.each([
    ['What is Dagger?', { guests: ['Liz Rice'] }],
    ['Who is the guest of episode 69?', { episodes: [63] }],
    ['what is episode 62 about?', { episodes: [63] }],
  ])('%s presents nothing outside of them', async (question, filters) => {
    const { kind, citations } = await inside(question, filters);
    expect(kind).toBe('no-answer');
    for (const { episode } of citations) expect(episode).toBe(63);
  });

  it('presents what is inside, and the host whoever is', async () => {
    const liz = { guests: ['Liz Rice'] };
    expect(textOf(await inside('Who is Liz Rice?', liz))).toContain('Liz Rice is the guest of episode 63');
    expect(textOf(await inside('Who is Mike Schwartz?', liz))).toContain('host of 9 episodes');
    expect(textOf(await inside('what is episode 63 about?', liz))).toContain('Episode 63');
  });
});

describe('a question about the shelf', () => {
  it.each(['Which episodes are there?', 'list the guests', 'Who is on the podcast?', 'who hosts this show?'])(
    '%s: lists the episodes, newest first, each with its introduction',
    async (question) => {
      const answer = await ask(question);
      expect(answer.kind).toBe('answer');
      expect(answer.blocks[0]?.text).toMatch(/^This shelf holds 9 interviews by Mike Schwartz/);
      expect(answer.citations.map(({ episode }) => episode)).toEqual([
        70, 69, 68, 67, 66, 65, 64, 63, 62, 61,
      ]);
    },
  );

  it('introduces a guest in the host’s words and the guest’s own', async () => {
    const answer = await ask('who is Liz Rice?');
    expect(answer.kind).toBe('answer');
    expect(answer.citations[0]?.quote).toContain('with Liz Rice, Chief Open Source Officer at Isovalent');
    expect(speakersOf(answer)).toEqual(['Mike Schwartz', 'Liz Rice']);
  });

  it('introduces a company', async () => {
    const answer = await ask('What does Passbolt do?');
    expect(textOf(answer)).toContain('Passbolt helps teams securely share secrets');
  });

  it('tells what an episode is about by its title, introduction and sections', async () => {
    const answer = await ask('What is episode 65 about?');
    expect(textOf(answer)).toContain('Episode 65, “Scaling Data Pipelines with Nick Schrock');
    expect(textOf(answer)).toContain('“Transition to new CEO”');
    expect(answer.citations[0]).toMatchObject({ episode: 65, speaker: 'Mike Schwartz' });
  });

  it('goes through an episode section by section, with what the guest said to each', async () => {
    const answer = await ask('Summarize the interview with Liz Rice');
    const opening = answer.blocks.findIndex(({ text }) => text === 'Liz Rice on “Why the name Cilium”:');
    expect(opening).toBeGreaterThan(0);
    expect(answer.blocks[opening + 1]).toMatchObject({ type: 'quote', guest: 'Liz Rice' });
    const sections = answer.citations.slice(1).map(({ section }) => section);
    expect(new Set(sections).size).toBe(sections.length);
    expect(sections.length).toBeGreaterThan(8);
    expect(answer.blocks.at(-1)?.text).toBe('Not quoted: “Closing Notes”.');
  });

  it.each(['main points of the Nick Schrock interview', 'Episode 65 in short', 'Key takeaways of Dagster?'])(
    'is asked for a summary in many ways: %s',
    async (question) => {
      expect(textOf(await ask(question))).toContain('Nick Schrock on “Founder Advice”:');
    },
  );

  it('goes by the host’s questions where there are no titles', async () => {
    const heading = 'Idit Levine on “Can you share maybe some of the lessons you learned about how to price';
    expect(textOf(await ask('Summarize episode 64'))).toContain(heading);
  });

  it('names the sections of several episodes', async () => {
    const answer = await ask('What are episodes 63 and 65 about?');
    expect(textOf(answer).match(/^Its sections: /gm)).toHaveLength(2);
    expect(speakersOf(answer)).toEqual(['Mike Schwartz']);
  });

  it('says that of episode 62 there is only a description', async () => {
    const answer = await ask('What is episode 62 about?');
    expect(answer.kind).toBe('answer');
    expect(textOf(answer)).toContain('only a description');
    expect(answer.citations[0]).toMatchObject({ episode: 62, speaker: 'Episode description' });
  });

  it('quotes the host where the host is asked after', async () => {
    const answer = await ask('What has Mike said about Gluu?');
    expect(answer.kind).toBe('answer');
    expect(speakersOf(answer)).toEqual(['Mike Schwartz']);
    expect(answer.citations.every(({ quote }) => quote.includes('Gluu'))).toBe(true);
  });
});
