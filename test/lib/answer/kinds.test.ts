import { describe, expect, it } from 'vitest';
import { isCourtesy } from '../../../lib/answer/sentence-openings.ts';
import type { Answer } from '../../../lib/protocol.ts';
import { speakersOf, textOf, useAnswers } from './real-answers.ts';

const { ask, engine } = useAnswers();

describe('a question of fact', () => {
  it('is answered in at most four quotes, under a line with the full name, company and episode', async () => {
    const answer = await ask('What is a Daggernaut?');
    expect(answer.kind).toBe('answer');
    expect(answer.citations.length).toBeLessThanOrEqual(4);
    expect(answer.blocks[0]).toEqual({
      type: 'text',
      guest: 'Solomon Hykes',
      text: 'Solomon Hykes, Dagger (episode 68):',
      citations: [],
    });
    expect(answer.blocks[1]).toMatchObject({ type: 'quote', guest: 'Solomon Hykes', citations: [1] });
    expect(answer.blocks[1]?.text).toContain('Daggernaut');
  });

  it('is not answered by the host’s own question, near as that is', async () => {
    const answer = await ask('What advice does Liz Rice give to founders?');
    expect(answer.retrieved.some(({ text }) => text.endsWith('any advice for founders?'))).toBe(true);
    expect(answer.kind).toBe('answer');
    expect(speakersOf(answer)).toEqual(['Liz Rice']);
  });
});

describe('a comparison', () => {
  it('has a row for each guest named, in the order named, with that guest’s words alone', async () => {
    const answer = await ask('How do Solomon Hykes and Patrik Backman each see the tragedy of the commons?');
    expect(answer.kind).toBe('comparison');
    const rows = answer.blocks.filter(({ type }) => type === 'row');
    expect(rows.map(({ guest }) => guest)).toEqual(['Solomon Hykes', 'Patrik Backman']);
    for (const { guest, citations } of rows) {
      expect(citations.length).toBeGreaterThan(0);
      for (const n of citations) expect(answer.citations[n - 1]?.speaker).toBe(guest);
    }
  });

  it('says of a guest whose episode is only described that there is nothing of theirs', async () => {
    const answer = await ask('Compare Kevin Mueller and Amandine Le Pape on pricing');
    const row = answer.blocks.find(({ guest }) => guest === 'Amandine Le Pape');
    expect(row).toEqual({
      type: 'row',
      guest: 'Amandine Le Pape',
      text: 'did not speak about this',
      citations: [],
    });
  });
});

describe('a false premise', () => {
  it('is not answered with what others say of what it names', async () => {
    const answer = await ask('why did Dagger switch to BSL?');
    expect(answer.kind).toBe('no-answer');
    expect((await ask('What does Patrik Backman say about BSL?')).kind).toBe('answer');
  });
});

describe('a comparison on what one of them alone speaks about', () => {
  it.each([
    ['Compare Kevin Mueller and Liz Rice on eBPF', 'Kevin Mueller'],
    ['Compare Kevin Mueller and Idit Levine on Envoy', 'Kevin Mueller'],
  ])('%s: %s did not', async (question, guest) => {
    const { kind, blocks } = await ask(question);
    expect(kind).toBe('comparison');
    const silent = blocks.filter(({ type, citations }) => type === 'row' && citations.length === 0);
    expect(silent.map((row) => row.guest)).toEqual([guest]);
  });
});

describe('an overview', () => {
  it('counts the guests that it quotes, each once', async () => {
    const answer = await ask('What do the founders say about venture capital?');
    expect(answer.kind).toBe('overview');
    const quoted = speakersOf(answer);
    const said = /^(\d) of 9 guests speak about this(?:, and (\d) more comes? near it)?\.$/;
    const [, speaking = '', near = '0'] = said.exec(answer.blocks[0]?.text ?? '') ?? [];
    expect(Number(speaking) + Number(near)).toBe(quoted.length);
    expect(Number(speaking)).toBeGreaterThan(2);
  });

  it('has one quote of each who only comes near, after those who speak to it', async () => {
    const answer = await ask('how do you find the very first paying customers?');
    const counts = /^(\d) of 9 guests speak about this, and (\d) more comes? near it\.$/;
    const [, speak, come] = counts.exec(answer.blocks[0]?.text ?? '') ?? [];
    const border = answer.blocks.findIndex(({ text }) => text === 'Near it:');
    const quotedIn = (blocks: Answer['blocks']): string[] =>
      blocks.flatMap(({ type, guest }) => (type === 'quote' && guest ? [guest] : []));
    const speaking = quotedIn(answer.blocks.slice(0, border));
    const near = quotedIn(answer.blocks.slice(border));
    expect(new Set(speaking).size).toBe(Number(speak));
    expect(near).toHaveLength(Number(come));
    expect(new Set([...speaking, ...near]).size).toBe(Number(speak) + Number(come));
  });

  it('quotes no courtesy', async () => {
    const answer = await ask('Does luck matter?');
    expect(answer.retrieved.some(({ text }) => text === 'Excellent. Thank you, Mike.')).toBe(true);
    expect(answer.citations.filter(({ quote }) => isCourtesy(quote))).toEqual([]);
    expect(answer.blocks[0]?.text).toBe('3 of 9 guests speak about this.');
  });
});

describe('a question that names nobody', () => {
  it('is answered by whoever speaks to it, however it is worded', async () => {
    const answer = await ask('how do you find the very first paying customers?');
    expect(answer.kind).toBe('overview');
    expect(speakersOf(answer).length).toBeGreaterThan(2);
  });

  it('is answered by one guest where one alone speaks to it', async () => {
    const answer = await ask('how many daily users does the free edition of the password manager have?');
    expect(answer.kind).toBe('answer');
    expect(speakersOf(answer)).toEqual(['Kevin Mueller']);
  });

  it('sets those who speak to it side by side where it asks how they differ', async () => {
    const answer = await ask('Where do the founders differ on venture capital?');
    expect(answer.kind).toBe('comparison');
    expect(answer.blocks.filter(({ type }) => type === 'row').length).toBeGreaterThan(2);
  });
});

describe('a question for who said something', () => {
  it.each(['who said pricing is the final boss?', 'Which guest said “Pricing is the final boss”?'])(
    '%s: has the exact place',
    async (question) => {
      const answer = await ask(question);
      expect(answer.blocks.map(({ type }) => type)).toEqual(['text', 'quote']);
      expect(answer.citations).toHaveLength(1);
      expect(answer.citations[0]).toMatchObject({ speaker: 'Nick Schrock' });
      expect(answer.citations[0]?.quote).toContain('pricing is the final boss');
    },
  );

  it('marks what comes nearest as no more than that', async () => {
    const answer = await ask('Who said "pricing is the very final boss"?');
    expect(answer.blocks[0]?.text).toBe('Nobody on this shelf says exactly that. What comes nearest:');
    expect(answer.citations[0]?.quote).toContain('pricing is the final boss');
  });

  it('finds whoever said it inside the filters', async () => {
    const question = 'Who said "pricing is the final boss"?';
    const answer = await engine().answer({ question, filters: { guests: ['Kevin Mueller'] } });
    expect(textOf(answer)).not.toContain('pricing is the final boss');
  });
});

describe('no answer', () => {
  it('is given, with the nearest, to what is asked of an episode that is only described', async () => {
    const answer = await ask('What did Amandine Le Pape say about federation in her interview?');
    expect(answer.kind).toBe('no-answer');
    expect(answer.blocks[0]?.text).toContain('only a description');
  });

  it('is given to an episode that the shelf does not have', async () => {
    const answer = await ask('What does episode 12 say about pricing?');
    expect(answer).toMatchObject({ kind: 'no-answer', citations: [], retrieved: [] });
    expect(answer.blocks[0]?.text).toMatch(
      /^There is no episode 12 on this shelf\. It has the episodes 61, /,
    );
  });

  it('shows the nearest of three sections to what nobody answers', async () => {
    const answer = await ask('What does a ticket for the Open Source Founder Summit cost?');
    expect(answer.kind).toBe('no-answer');
    expect(answer.blocks[0]?.text).toBe('Nobody on this shelf answers that.');
    expect(answer.citations).toHaveLength(3);
  });

  it('says that nothing is near to what is off topic, and offers first questions', async () => {
    const answer = await ask('Who painted the Sistine Chapel?');
    expect(answer).toMatchObject({ kind: 'no-answer', citations: [], retrieved: [] });
    expect(answer.blocks.map(({ text }) => text)).toEqual([
      'Nobody on this shelf answers that.',
      'Nothing that was said comes near it.',
    ]);
    expect(answer.suggestions).toEqual((await engine().starters()).slice(0, 3));
  });

  it('says which words of a question nobody says, and what language is spoken', async () => {
    const openingOf = async (question: string): Promise<string | undefined> =>
      (await ask(question)).blocks[0]?.text;
    expect(await openingOf('What is Kubeflow?')).toBe(
      'Nobody on this shelf answers that. Nobody says “kubeflow”.',
    );
    expect(await openingOf('¿Cuánto cuesta Passbolt?')).toBe(
      'Nobody on this shelf answers that. Nobody says “cuánto” or “cuesta”. The transcripts are in English.',
    );
    expect(await openingOf('Who is Satya Nadella?')).toBe(
      'Nobody on this shelf answers that. Nobody says “satya” or “nadella”.',
    );
    expect(await openingOf('zzyx qwfp arstd neio luyy of 1994')).toContain('“zzyx”, “qwfp” or “arstd”.');
    expect(await openingOf('What is said about pricing in episode 99?')).not.toContain('Nobody says');
  });

  it.each(['hello', 'Thanks!', 'what can you do?', '???'])(
    'offers first questions to %s',
    async (question) => {
      const answer = await ask(question);
      expect(answer).toMatchObject({ kind: 'no-answer', citations: [] });
      expect(answer.blocks[0]?.text).toMatch(/^This shelf holds 9 interviews by Mike Schwartz/);
      expect(answer.suggestions).toEqual((await engine().starters()).slice(0, 3));
    },
  );
});
