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

/** What tells the language of a text; the signs of two texts add up to those of both. */
export interface LanguageSigns {
  readonly words: number;
  readonly kana: number;
  readonly hangul: number;
  readonly han: number;
  readonly simplified: number;
  readonly traditional: number;
  /** By language, in the pack's order: how many of the words are its function words. */
  readonly stopWords: readonly number[];
}

/**
 * Counts what tells the language of a text.
 * @param text plain text
 * @param pack whose languages' stop words tell the spaced languages apart
 */
export function languageSigns(text: string, pack: Pack): LanguageSigns {
  const letters = normaliseText(text);
  const words = letters.match(LATIN_WORD) ?? [];
  return {
    words: words.length,
    kana: count(letters, KANA),
    hangul: count(letters, HANGUL),
    han: count(letters, HAN),
    simplified: count(text, SIMPLIFIED),
    traditional: count(text, TRADITIONAL),
    stopWords: stopWords(pack).map(([, known]) => words.filter((word) => known.has(word)).length),
  };
}

/**
 * The signs of several texts together.
 * @param signs of each
 */
export function sumOfSigns(signs: readonly LanguageSigns[]): LanguageSigns {
  const sum = (of: (sign: LanguageSigns) => number): number =>
    signs.reduce((total, sign) => total + of(sign), 0);
  return {
    words: sum(({ words }) => words),
    kana: sum(({ kana }) => kana),
    hangul: sum(({ hangul }) => hangul),
    han: sum(({ han }) => han),
    simplified: sum(({ simplified }) => simplified),
    traditional: sum(({ traditional }) => traditional),
    stopWords: (signs[0]?.stopWords ?? []).map((_, index) =>
      sum((sign) => sign.stopWords[index] ?? 0),
    ),
  };
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/**
 * The language of a text, by script and, for scripts that several languages share, by function words.
 * @param signs of the text
 * @param pack that they were counted with
 * @returns a tag, or `und` where there is too little to tell
 */
export function detectLanguage(signs: LanguageSigns, pack: Pack): LanguageTag {
  const { kana, hangul, han } = signs;
  // A Chinese character carries about as much as two thirds of a Latin word.
  if ((kana + hangul + han) * 0.67 > signs.words) {
    if (hangul > kana + han) return 'ko';
    if (kana > han / 10) return 'ja';
    return signs.traditional > signs.simplified ? 'zh-Hant' : 'zh-Hans';
  }
  return spacedLanguage(signs, pack);
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

function spacedLanguage(signs: LanguageSigns, pack: Pack): LanguageTag {
  let best: LanguageTag = 'und';
  let most = Math.max(1, signs.words * STOP_WORD_SHARE);
  for (const [index, [language]] of stopWords(pack).entries()) {
    const found = signs.stopWords[index] ?? 0;
    if (found > most) {
      best = language;
      most = found;
    }
  }
  return best;
}
