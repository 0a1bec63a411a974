import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { paragraphHash, readEnrichment } from '../../ingest/read-enrichment.ts';
import { passagesOf, passageWords } from '../../ingest/passages.ts';
import { parseTranscript, readTranscripts } from '../../ingest/read-transcripts.ts';

const file = 'transcripts/open-source-underdogs-61-70.txt';
const episodes = await readTranscripts(['transcripts']);
const episode = (number: number) => {
  const found = episodes.find((each) => each.number === number);
  if (!found) throw new Error(`no episode ${number}`);
  return found;
};
const paragraphs = episodes.flatMap((each) =>
  each.paragraphs.map((paragraph) => ({ ...paragraph, turnOf: each.turns[paragraph.turn], episode: each })),
);
const startingWith = (words: string) => {
  const [found, ...others] = paragraphs.filter(({ text }) => text.startsWith(words));
  expect(others).toEqual([]);
  return found;
};

describe('the ten episodes', () => {
  it('are all there, in order, with their headings', () => {
    expect(episodes.map(({ number }) => number)).toEqual([61, 62, 63, 64, 65, 66, 67, 68, 69, 70]);
    const sections = episodes.flatMap((each) => each.sections);
    expect(sections.filter(({ titled }) => titled)).toHaveLength(96);
    expect(sections.map(({ title }) => title)).not.toContain('OSFS Website:');
    expect(sections.map(({ title }) => title)).toContain('Monetization: What features are enterprise?');
  });

  it('name host, guests, other spellings and companies', () => {
    expect(episodes.map(({ guests }) => guests.map(({ name }) => name).join())).toEqual([
      'Nauren Batjargal',
      'Amandine Le Pape',
      'Liz Rice',
      'Idit Levine',
      'Nick Schrock',
      'Emily Omier',
      'Peter Farkas',
      'Solomon Hykes',
      'Kevin Mueller',
      'Patrik Backman',
    ]);
    expect(episode(70).guests[0]?.aliases).toEqual(['Patrick Bachmann', 'Patrick Backman']);
    expect(episode(69).guests[0]?.aliases).toEqual(['Kevin Muller']);
    expect(episodes.map(({ company }) => company)).toEqual([
      'Erxes',
      'Element',
      'Isovalent',
      'Solo',
      'Dagster Labs',
      null,
      'FerretDB',
      'Dagger',
      'Passbolt',
      'OpenOcean',
    ]);
    for (const each of episodes)
      expect(each.host?.name ?? null).toBe(each.number === 62 ? null : 'Mike Schwartz');
  });

  it('have only their own people speak', () => {
    for (const { number, host, guests, turns } of episodes) {
      const heard = new Set(turns.map(({ speaker }) => speaker));
      expect([...heard].sort(), `episode ${number}`).toEqual(
        number === 62 ? [null] : [host?.name, ...guests.map(({ name }) => name)].sort(),
      );
    }
    expect(episode(62).kind).toBe('description');
  });

  it('record every correction and inference', () => {
    const corrections = episodes.flatMap((each) => each.corrections);
    expect(
      corrections.map(({ anchor, attribution, label, speaker }) => [anchor, attribution, label, speaker]),
    ).toEqual([
      ['61#product-best-positioned-for-growth-2', 'inferred', null, 'Nauren Batjargal'],
      ['63#team-location-2', 'corrected', 'Riz', 'Liz Rice'],
      ['63#monetization-what-features-are-enterprise-2', 'corrected', 'Riz', 'Liz Rice'],
      ['66#introduction-1', 'corrected', 'Michael', 'Mike Schwartz'],
      ['66#final-thoughts-2', 'corrected', 'Emily', 'Emily Omier'],
      ['68#y-combinator-playbook-1', 'inferred', null, 'Mike Schwartz'],
    ]);
  });

  it('keep vocatives, introductions and colons in sentences with who says them', () => {
    expect(startingWith('Solomon, thank you so much for joining')?.turnOf?.speaker).toBe('Mike Schwartz');
    expect(startingWith('Kevin, thank you so much for joining us today on')?.turnOf?.speaker).toBe(
      'Mike Schwartz',
    );
    expect(startingWith('We ran a bunch of other things in India:')?.turnOf?.speaker).toBe('Kevin Mueller');
    expect(startingWith('I recorded this episode at the State of Open')?.turnOf?.speaker).toBe(
      'Mike Schwartz',
    );
    expect(startingWith('We always believe in open source.')?.turnOf?.speaker).toBe('Nauren Batjargal');
    expect(startingWith('Come to the conference May 27')?.turnOf?.speaker).toBe('Emily Omier');
    expect(startingWith('I agree. Yeah, that’s part of the problem.')?.turnOf?.speaker).toBe('Solomon Hykes');
  });

  it('name a section without a heading by the host’s own question', () => {
    const untitled = episodes.flatMap((each) =>
      each.sections.filter(({ titled }) => !titled).map((section) => ({ each, section })),
    );
    expect(untitled).toHaveLength(33);
    for (const { each, section } of untitled) {
      if (['Introduction', 'Description'].includes(section.title)) continue;
      expect(each.text).toContain(section.title.replace(/…$/, ''));
    }
  });

  it('address each paragraph once, and slice it from the source', () => {
    const source = readFileSync(file, 'utf8');
    expect(new Set(paragraphs.map(({ anchor }) => anchor)).size).toBe(paragraphs.length);
    for (const { text, start, end, episode: each } of paragraphs) {
      expect(each.text.slice(start, end)).toBe(text);
      expect(source.slice(each.source.start + start, each.source.start + end)).toBe(text);
      expect(text.trim()).toBe(text);
    }
  });

  it('lose nothing: each character that is no space stands in exactly one block', async () => {
    const text = readFileSync(file, 'utf8');
    const { blocks } = await parseTranscript(readFileSync(file), file);
    const covered = new Uint8Array(text.length);
    for (const { start, end } of blocks) {
      for (let at = start; at < end; at++) covered[at] = (covered[at] ?? 0) + 1;
    }
    const wrong = Array.from(text).flatMap((character, at) =>
      covered[at] === 1 || (covered[at] === 0 && character.trim() === '') ? [] : [at],
    );
    expect(wrong).toEqual([]);
  });
});

describe('their passages', async () => {
  const enrichment = await readEnrichment('transcripts/enrichment');
  const passages = (await Promise.all(episodes.map((each) => passagesOf(each, enrichment)))).flat();

  it('hold every paragraph, once, by one speaker each, sliced from the source', () => {
    const spans = passages.flatMap((passage) => passage.spans);
    expect(spans.map(({ anchor }) => anchor)).toEqual(paragraphs.map(({ anchor }) => anchor));
    for (const passage of passages) {
      const each = episode(passage.episode);
      expect(each.text.slice(passage.start, passage.end)).toBe(passage.text);
      expect(each.turns[passage.turn]?.speaker).toBe(passage.speaker);
      expect(passage.text.split(/\s+/).length).toBeLessThanOrEqual(passageWords);
    }
  });

  it('carry all that was written about their paragraphs', () => {
    expect(enrichment.size).toBe(533);
    const used = paragraphs.filter(({ text }) => enrichment.has(paragraphHash(text)));
    expect(new Set(used.map(({ text }) => paragraphHash(text))).size).toBe(533);
    for (const { anchor, text } of used) {
      const passage = passages.find(({ spans }) => spans.some((span) => span.anchor === anchor));
      expect(passage?.enrichment?.questions).toEqual(
        expect.arrayContaining(enrichment.get(paragraphHash(text))?.questions ?? []),
      );
    }
  });
});
