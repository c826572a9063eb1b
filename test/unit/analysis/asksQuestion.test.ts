import { describe, expect, it } from 'vitest';
import { asksQuestion } from '../../../server/src/core/analysis/asksQuestion.ts';

describe('a text that ends by asking', () => {
  it.each(['Why?', '« Suis-je concerné(e) ? »', '为什么？', 'Why? ', '(really?)'])('%s', (text) => {
    expect(asksQuestion(text)).toBe(true);
  });
  it.each(['Because.', 'What? This.', ''])('but not: %s', (text) => {
    expect(asksQuestion(text)).toBe(false);
  });
});
