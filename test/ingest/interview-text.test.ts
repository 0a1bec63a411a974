import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { interviewText } from '../../ingest/formats/interview-text.ts';
import { parseDraft } from '../../ingest/parse-draft.ts';
import { episodeIn, faultsOfBlocks, faultsOfEpisode, parsed, script } from './parsed.ts';

const interview = `Episode 7: Growing trees, with Zoë Ångström, Founder of Treeline


Hank: Hello and welcome to Garden Talk! I’m your host Hank Hill, and this is episode 7 with Zoe Angstrom.

Zoë: Thank you, Hank.

Roots

Hank: How did it begin?

Zoë: With a seed. We ran three nurseries: one in Oslo, two in Bergen.

Look: nobody believed us.

Hank: And then?

Zoë: Then it rained.
`;

describe('an interview text', () => {
  it('becomes sections, turns and paragraphs', async () => {
    const episode = await episodeIn(interview);
    expect(script(episode)).toEqual([
      '# Introduction',
      'Hank Hill (host): Hello and welcome to Garden Talk! I’m your host Hank Hill, and this is episode 7 with Zoe Angstrom.',
      'Zoë Ångström (guest): Thank you, Hank.',
      '# Roots',
      'Hank Hill (host): How did it begin?',
      'Zoë Ångström (guest): With a seed. We ran three nurseries: one in Oslo, two in Bergen.',
      'Zoë Ångström (guest): Look: nobody believed us.',
      'Hank Hill (host): And then?',
      'Zoë Ångström (guest): Then it rained.',
    ]);
    expect(episode).toMatchObject({
      number: 7,
      title: 'Growing trees, with Zoë Ångström, Founder of Treeline',
      company: 'Treeline',
      host: { name: 'Hank Hill' },
      guests: [{ name: 'Zoë Ångström' }],
      corrections: [],
    });
    expect(episode.turns.map(({ exchange }) => exchange)).toEqual([0, 0, 1, 1, 2, 2]);
    expect(episode.paragraphs.map(({ anchor }) => anchor)).toEqual([
      ...['7#introduction-1', '7#introduction-2'],
      ...['7#roots-1', '7#roots-2', '7#roots-3', '7#roots-4', '7#roots-5'],
    ]);
  });

  it('names an unlabelled answer’s speaker by the questions around it', async () => {
    const episode = await episodeIn(
      interview.replace('Zoë: With a seed.', 'With a seed.').replace('\nLook: nobody believed us.\n', ''),
    );
    expect(script(episode)).toContain(
      'Zoë Ångström (guest): With a seed. We ran three nurseries: one in Oslo, two in Bergen.',
    );
    expect(episode.corrections).toEqual([
      {
        anchor: '7#roots-2',
        attribution: 'inferred',
        label: null,
        speaker: 'Zoë Ångström',
        reason: 'no label; the host asked before it and speaks again after it',
      },
    ]);
  });

  it('does not take a host’s second paragraph for an answer, nor a short question for a heading', async () => {
    const episode = await episodeIn(
      interview.replace('Hank: And then?', 'Hank: I read about it.\n\nIn your own words, what happened?'),
    );
    expect(script(episode).slice(-3)).toEqual([
      'Hank Hill (host): I read about it.',
      'Hank Hill (host): In your own words, what happened?',
      'Zoë Ångström (guest): Then it rained.',
    ]);
  });

  it.each([
    ['a slip', 'Zoë: Then it rained.', 'Zoey: Then it rained.', 'corrected', 'Zoey'],
    ['a lost colon', 'Zoë: Then it rained.', 'ZoëThen it rained.', 'corrected', 'Zoë'],
    ['a semicolon', 'Zoë: Then it rained.', 'Zoë; Then it rained.', 'corrected', 'Zoë'],
    ['white space', 'Zoë: Then it rained.', '\u00a0 Zoë\u00a0:  Then it rained.', 'labelled', 'Zoë'],
    ['capitals', 'Zoë: Then it rained.', 'ZOË: Then it rained.', 'labelled', 'ZOË'],
    ['the full name', 'Zoë: Then it rained.', 'Zoë Ångström: Then it rained.', 'labelled', 'Zoë Ångström'],
    ['a time', 'Zoë: Then it rained.', 'Zoë (00:31:20): Then it rained.', 'labelled', 'Zoë'],
  ])('knows a speaker in spite of %s', async (_, before, after, attribution, label) => {
    const episode = await episodeIn(interview.replace(before, after));
    const last = episode.paragraphs.at(-1);
    expect(last?.text).toBe('Then it rained.');
    expect(episode.turns[last?.turn ?? -1]).toMatchObject({ speaker: 'Zoë Ångström', attribution, label });
    expect(episode.corrections.map(({ anchor }) => anchor)).toEqual(
      attribution === 'corrected' ? ['7#roots-5'] : [],
    );
  });

  it('keeps two people of similar names apart where both speak often', async () => {
    const episode = await episodeIn(
      'Dan: Who are you?\n\nDon: I am Don.\n\nDan: And you?\n\nDon: Still Don.\n\nDan: Well?\n\nDon: Don it is.\n',
    );
    expect(new Set(episode.turns.map(({ speaker }) => speaker))).toEqual(new Set(['Dan', 'Don']));
    expect(episode.corrections).toEqual([]);
  });

  it('names a section whose heading was lost by the host’s question, only where the gap is unusual', async () => {
    const gap = interview.replace(
      '\nHank: And then?',
      '\n\nHank: Fine. But what came after the first winter? Anything?',
    );
    expect((await episodeIn(gap)).sections).toEqual([
      { slug: 'introduction', title: 'Introduction', titled: false },
      { slug: 'roots', title: 'Roots', titled: true },
      {
        slug: 'but-what-came-after-the-first-winter',
        title: 'But what came after the first winter?',
        titled: false,
      },
    ]);
    const wide = interview.replaceAll('\n\n', '\n\n\n');
    expect((await episodeIn(wide)).sections.map(({ title }) => title)).toEqual(['Introduction', 'Roots']);
  });

  it('reads times, alone on a line, in brackets and behind names', async () => {
    const episode = await episodeIn(
      'Ann Ash  0:05\nHow are you?\n\nBen Birch  0:09\nFine.\n\n[00:01:02] Ann Ash: And now?\n\nBen Birch: (1:15) Still fine.\n\nUntil 12:30 at least.\n',
    );
    expect(script(episode).slice(1)).toEqual([
      'Ann Ash (host): How are you?',
      'Ben Birch (guest): Fine.',
      'Ann Ash (host): And now?',
      'Ben Birch (guest): Still fine.',
      'Ben Birch (guest): Until 12:30 at least.',
    ]);
    expect(episode.paragraphs.map(({ seconds }) => seconds)).toEqual([5, 9, 62, 75, null]);
  });

  it('reads a script with names in capitals on lines of their own', async () => {
    const episode = await episodeIn(
      'ADA ABLE:\nWho are you?\n\nBEN O’BRIEN:\nI am Ben.\n\nADA ABLE:\nReally?\n\nBEN O’BRIEN:\nYes.\n',
    );
    expect(script(episode).slice(1)).toEqual([
      'Ada Able (host): Who are you?',
      'Ben O’Brien (guest): I am Ben.',
      'Ada Able (host): Really?',
      'Ben O’Brien (guest): Yes.',
    ]);
  });

  it('never guesses who an unnamed speaker is', async () => {
    const episode = await episodeIn(
      'Episode 3: A talk with Ada Able\n\nSpeaker 1: Who are you?\n\nSpeaker 2: I would rather not say.\n\nSpeaker 1: Why?\n\nUnknown: Because.\n',
    );
    expect([...new Set(episode.turns.map(({ speaker }) => speaker))]).toEqual([
      'Unknown speaker 1',
      'Unknown speaker 2',
      'Unknown speaker',
    ]);
  });

  it('has a description where nobody speaks, and refuses a file of nothing else', async () => {
    const { episodes } = await parsed(
      `${interview}\nEpisode 8: Ada Able, Acme CEO\n\nAda Able is the CEO of Acme.\n`,
    );
    expect(episodes[1]).toMatchObject({
      kind: 'description',
      host: null,
      guests: [{ name: 'Ada Able' }],
      company: 'Acme',
    });
    await expect(
      parsed('Episode 8: Ada Able, Acme CEO\n\nAda Able is the CEO of Acme.\n', 'talk.txt'),
    ).rejects.toThrow(/talk\.txt is no transcript/);
  });
});

const line = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      'Ada: Well, yes.',
      'Ben: Why?',
      'Ada Able: I’m Ada Able.',
      'Bem: Oh',
      'AdaYes it is',
      'Ada:',
      'Ben, thank you.',
    ),
  },
  fc.constantFrom(
    '',
    '',
    '\u00a0',
    'Origins',
    'Next steps?',
    'Episode 3: With Ada Able',
    'Episode 4 – Ben Best, CEO of Acme',
    '[00:12:30]',
    'Look: here',
    'Website:',
  ),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
);

describe('nothing is lost', () => {
  it('each character of any text is in exactly one block, and each paragraph is a slice', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { maxLength: 40 }),
        fc.constantFrom('\n', '\n\n'),
        async (lines, between) => {
          const text = lines.join(between);
          const draft = await interviewText.read({ file: 'x.txt', bytes: new Uint8Array(), text });
          const { blocks, episodes } = parseDraft(draft, 'x.txt', { number: 1, title: 'X' });
          expect(faultsOfBlocks(draft.text, blocks)).toEqual([]);
          const paragraphs = blocks
            .filter(({ kind }) => kind === 'paragraph')
            .map(({ start, end }) => text.slice(start, end));
          expect(
            episodes.flatMap((episode) => episode.paragraphs.map((paragraph) => paragraph.text)),
          ).toEqual(paragraphs);
          for (const episode of episodes) expect(await faultsOfEpisode(episode)).toEqual([]);
        },
      ),
      { numRuns: 300, seed: 61 },
    );
  });
});
