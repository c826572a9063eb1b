import { describe, expect, it } from 'vitest';
import { english } from '../../../server/src/core/report/messages/english.ts';
import { catalogues, sayIn } from '../../../server/src/core/report/messages/message.ts';

const placeholders = (text: string) => (text.match(/\{\w+\}/g) ?? []).toSorted();

describe.each(Object.entries(catalogues))('the messages in %s', (_language, messages) => {
  it('are those of English, none missing and none left over', () => {
    expect(Object.keys(messages).toSorted()).toEqual(Object.keys(english).toSorted());
  });

  it.each(Object.entries(english))('fill in the same values: %s', (id, text) => {
    const translated = (messages as Record<string, string>)[id] ?? '';
    expect(translated.trim()).not.toBe('');
    expect(placeholders(translated)).toEqual(placeholders(text));
  });
});

describe('the language of messages', () => {
  it.each([
    ['en', 'line 7'],
    ['de', 'Zeile 7'],
    ['de-AT', 'Zeile 7'],
    ['pt-br', 'linha 7'],
    ['pt', 'linha 7'],
    ['zh-Hans', '第 7 行'],
    ['zh-cn', '第 7 行'],
    ['zh-tw', 'line 7'],
    ['sv', 'line 7'],
  ])('is found for %s', (language, line) => {
    expect(sayIn(language)('line', { first: 7 })).toBe(line);
  });

  it('does not fill in what the text of a value happens to hold', () => {
    expect(sayIn('en')('waived', { reason: '{first} and $1' })).toBe('Waived: {first} and $1');
  });
});
