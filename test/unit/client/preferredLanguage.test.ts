import { expect, test } from 'vitest';
import { preferredLanguage } from '../../../client/src/commands/preferredLanguage.ts';

const tags = ['en', 'de', 'pt', 'zh-Hans', 'zh-Hant'];

test.each([
  ['de', 'de'],
  ['pt-br', 'pt'],
  ['zh-cn', 'zh-Hans'],
  ['zh-tw', 'zh-Hant'],
  ['zh-Hant', 'zh-Hant'],
  ['de-AT', 'de'],
  ['tlh', 'en'],
])('an editor in %s prefers %s', (locale, language) => {
  expect(preferredLanguage(tags, locale)).toBe(language);
});
