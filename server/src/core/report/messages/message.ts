import type { LanguageTag } from '../../pack/pack.ts';
import { brazilianPortuguese } from './brazilianPortuguese.ts';
import { english, type MessageId, type Messages } from './english.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import { japanese } from './japanese.ts';
import { simplifiedChinese } from './simplifiedChinese.ts';
import { spanish } from './spanish.ts';

/** Every catalogue, by the tag that editors call the language by. */
export const catalogues: { readonly [language: LanguageTag]: Messages } = {
  en: english,
  de: german,
  es: spanish,
  fr: french,
  ja: japanese,
  'pt-br': brazilianPortuguese,
  'zh-cn': simplifiedChinese,
};

/** Tags that mean one of them: packs name scripts, editors name countries. */
const SAME: { readonly [language: LanguageTag]: LanguageTag } = {
  pt: 'pt-br',
  zh: 'zh-cn',
  'zh-hans': 'zh-cn',
  'zh-sg': 'zh-cn',
};

/** Fills in a message of one language. */
export type Say = (id: MessageId, values?: { readonly [name: string]: string | number }) => string;

/**
 * @param language of the editor's interface, such as `de` or `pt-BR`; unknown ones are English
 * @returns fills in messages of that language
 */
export function sayIn(language: LanguageTag): Say {
  const tag = language.toLowerCase();
  const primary = tag.split('-')[0] ?? tag;
  // Readers of traditional Chinese are better served by English than by the other script.
  const isOtherScript = /^zh-(?:hant|tw|hk|mo)/.test(tag);
  const found =
    catalogues[tag] ??
    catalogues[SAME[tag] ?? ''] ??
    (isOtherScript ? undefined : (catalogues[primary] ?? catalogues[SAME[primary] ?? '']));
  const messages = found ?? english;
  return (id, values = {}) =>
    messages[id].replace(/\{(\w+)\}/g, (whole, name: string) =>
      Object.hasOwn(values, name) ? String(values[name]) : whole,
    );
}
