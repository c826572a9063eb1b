import type { LanguageTag, Pack } from '../pack/pack.ts';
import { normaliseText } from './normaliseText.ts';

/** Characters that only one of the two ways of writing Chinese has, all frequent in documents of this field. */
const SIMPLIFIED = /[开发务业这为们织规与对软许证进应个关会产权团协议员动项机构标络维护资预]/g;
const TRADITIONAL = /[開發務業這為們織規與對軟許證進應個關會產權團協議員動項機構標絡維護資預]/g;
const KANA = /[\u3040-\u30ff]/g;
const HANGUL = /[\uac00-\ud7af]/g;
const HAN = /[\u4e00-\u9fff]/g;
const LATIN_WORD = /[a-z']+/g;

/** One word in twelve: function words make up a third of prose, far fewer of a list of names. */
const STOP_WORD_SHARE = 1 / 12;

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/**
 * The language of a text, by script and, for scripts that several languages share, by function words.
 * @param text plain text
 * @param pack whose languages' stop words tell the spaced languages apart
 * @returns a tag, or `und` where there is too little to tell
 */
export function detectLanguage(text: string, pack: Pack): LanguageTag {
  const letters = normaliseText(text);
  const words = letters.match(LATIN_WORD) ?? [];
  const kana = count(letters, KANA);
  const hangul = count(letters, HANGUL);
  const han = count(letters, HAN);
  // A Chinese character carries about as much as two thirds of a Latin word.
  if ((kana + hangul + han) * 0.67 > words.length) {
    if (hangul > kana + han) return 'ko';
    if (kana > han / 10) return 'ja';
    return count(text, TRADITIONAL) > count(text, SIMPLIFIED) ? 'zh-Hant' : 'zh-Hans';
  }
  return spacedLanguage(words, pack);
}

const stopWordsOf = new WeakMap<Pack, readonly (readonly [LanguageTag, ReadonlySet<string>])[]>();

function stopWords(pack: Pack): readonly (readonly [LanguageTag, ReadonlySet<string>])[] {
  let known = stopWordsOf.get(pack);
  if (known === undefined) {
    known = pack.languages.map(
      ({ language, signals }) => [language, new Set(signals.stopWords.map(normaliseText))] as const,
    );
    stopWordsOf.set(pack, known);
  }
  return known;
}

function spacedLanguage(words: readonly string[], pack: Pack): LanguageTag {
  let best: LanguageTag = 'und';
  let most = Math.max(1, words.length * STOP_WORD_SHARE);
  for (const [language, known] of stopWords(pack)) {
    const found = words.filter((word) => known.has(word)).length;
    if (found > most) {
      best = language;
      most = found;
    }
  }
  return best;
}
