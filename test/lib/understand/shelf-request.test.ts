import { describe, expect, it } from 'vitest';
import { episodeNumbers } from '../../../lib/understand/episode-numbers.ts';
import { isSmallTalk, shelfRequest } from '../../../lib/understand/shelf-request.ts';
import { inventedDirectory } from '../invented-shelf.ts';

const directory = inventedDirectory();
const requestOf = (question: string) =>
  shelfRequest(question, directory.find(question), episodeNumbers(question));

describe('isSmallTalk', () => {
  it.each(['hello', 'Good morning, how are you today?', 'thank you very much', 'what can you do?'])(
    '%s',
    (message) => {
      expect(isSmallTalk(message)).toBe(true);
    },
  );

  it.each(['how?', 'how much?', 'ok, how?', 'are prices fair?'])('not: %s', (message) => {
    expect(isSmallTalk(message)).toBe(false);
  });
});

describe('shelfRequest', () => {
  it.each([
    'Which episodes are there?',
    'What is Open Source Underdogs?',
    'What topics are covered?',
    'What questions can I ask?',
    'Give me an overview',
    'List every guest',
  ])('asks for the shelf: %s', (question) => {
    expect(requestOf(question)).toEqual({ about: 'shelf' });
  });

  it.each([
    'Summarize the interview with Maren',
    'main points of episode 11',
    'Maren Schultze in a nutshell',
    'key takeaways from Maren?',
  ])('asks for an episode as a whole: %s', (question) => {
    expect(requestOf(question)).toEqual({ about: 'episodes', numbers: [11] });
  });

  it.each([
    'Why is open source key for Maren?',
    'Summarize what Maren says about open source',
    'In episode 11, why is open source key?',
    'what does the name mean?',
    'What is the point of a licence?',
  ])('asks what was said: %s', (question) => {
    expect(requestOf(question)).toBeNull();
  });
});
