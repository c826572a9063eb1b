import { rules } from '../core/analysis/rules.ts';
import type { MessageId } from '../core/report/messages/english.ts';
import { valueAt } from './clientSupport.ts';
import { escapeMarkdown } from './markdownText.ts';
import type { Session } from './session.ts';

const words: ReadonlyMap<string, MessageId> = new Map([
  ['answers', 'answers-help'],
  ['not-applicable', 'not-applicable-help'],
  ['ignore-next', 'ignore-next-help'],
  ['ignore-file', 'ignore-file-help'],
  ['ignore', 'ignore-file-help'],
  ['reason', 'reason-help'],
  ['reason=', 'reason-help'],
  ['until', 'until-help'],
  ['until=', 'until-help'],
  ['ospo-strategy', 'front-matter-help'],
  ['analyse', 'front-matter-help'],
  ['ospo-strategy:', 'address-help'],
]);

/**
 * What a word of a directive, or a rule that it names, means.
 * @param session whose language is spoken
 * @param data with the `word` and, where it names one, the `rule`
 * @returns Markdown; undefined for words of others
 */
export function wordHelp({ say }: Pick<Session, 'say'>, data: unknown): string | undefined {
  const word = valueAt(data, ['word']);
  const rule = rules.find(({ id }) => id === valueAt(data, ['rule']));
  if (rule !== undefined) {
    return [rule.title, rule.why, rule.remedy].map(escapeMarkdown).join('\n\n');
  }
  const message = typeof word === 'string' ? words.get(word) : undefined;
  return message === undefined ? undefined : say(message);
}
