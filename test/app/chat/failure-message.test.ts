import { describe, expect, it } from 'vitest';
import { failureMessage } from '../../../app/chat/failure-message.ts';
import { initials } from '../../../app/ui/portrait.tsx';

describe('failureMessage', () => {
  it('takes the server’s words where it sent some', () => {
    const body = JSON.stringify({ error: { code: 'bad-request', message: 'The question is too long.' } });
    expect(failureMessage(new Error(body))).toBe('The question is too long.');
  });

  it('explains a broken connection, and passes on the message of a stream', () => {
    expect(failureMessage(new TypeError('Failed to fetch'))).toMatch(/could not be reached/);
    expect(failureMessage(new Error('Try again.'))).toBe('Try again.');
    expect(failureMessage(new Error('{"other": 1}'))).toBe('{"other": 1}');
  });
});

describe('initials', () => {
  it.each([
    ['Kevin Mueller', 'KM'],
    ['Amandine Le Pape', 'AP'],
    ['Émile', 'É'],
    ['Jean-Luc', 'JL'],
    ['', ''],
    ['李 明', '李明'],
  ])('of %j are %j', (name, letters) => {
    expect(initials(name)).toBe(letters);
  });
});
