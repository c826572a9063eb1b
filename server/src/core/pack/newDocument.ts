import { criterionTexts, inLanguage, type LanguageTag, type Localised, type Pack } from './pack.ts';
import { sectionSnippet } from './sectionSnippet.ts';

/** How much a new document holds: what a first strategy needs, every section, or a review's. */
export type NewDocumentScope = 'first' | 'full' | 'review';

export const newDocumentScopes: readonly NewDocumentScope[] = ['first', 'full', 'review'];

/** What an author wants to begin with. */
export interface NewDocumentWish {
  /** One of the pack's; another one gives English. */
  readonly language: LanguageTag;
  readonly scope: NewDocumentScope;
  /** Ids of the criteria to leave out. */
  readonly without: readonly string[];
}

/** A document twice: for editors that expand snippets, and for all others. */
export interface NewDocument {
  /** With a tab stop for each place to fill in, and the last one at the document's end. */
  readonly snippet: string;
  readonly plainText: string;
}

/** `{{...}}` marks what the author has to fill in, as in a pack's sections. */
interface NewDocumentTexts {
  readonly strategy: string;
  readonly review: string;
  /** What a review asks of each section. */
  readonly questions: string;
}

const texts: Localised<NewDocumentTexts> = {
  en: {
    strategy: 'Open source strategy of {{organisation}}',
    review: 'Review of the open source strategy of {{organisation}}',
    questions:
      '- **What the strategy says:** {{summary, with the place}}\n- **What has changed since:** {{facts, with dates}}\n- **What we change:** {{what, who, by when}}',
  },
  de: {
    strategy: 'Open-Source-Strategie von {{Organisation}}',
    review: 'Überprüfung der Open-Source-Strategie von {{Organisation}}',
    questions:
      '- **Was die Strategie sagt:** {{Zusammenfassung, mit Fundstelle}}\n- **Was sich seither geändert hat:** {{Fakten, mit Datum}}\n- **Was wir ändern:** {{was, wer, bis wann}}',
  },
  es: {
    strategy: 'Estrategia de código abierto de {{organización}}',
    review: 'Revisión de la estrategia de código abierto de {{organización}}',
    questions:
      '- **Qué dice la estrategia:** {{resumen, con el lugar}}\n- **Qué ha cambiado desde entonces:** {{hechos, con fechas}}\n- **Qué cambiamos:** {{qué, quién, para cuándo}}',
  },
  fr: {
    strategy: 'Stratégie open source de {{organisation}}',
    review: 'Révision de la stratégie open source de {{organisation}}',
    questions:
      '- **Ce que dit la stratégie :** {{résumé, avec le passage}}\n- **Ce qui a changé depuis :** {{faits, avec dates}}\n- **Ce que nous changeons :** {{quoi, qui, pour quand}}',
  },
  ja: {
    strategy: '{{組織名}}のオープンソース戦略',
    review: '{{組織名}}のオープンソース戦略の見直し',
    questions:
      '- **戦略に書かれていること：** {{要約と該当箇所}}\n- **その後の変化：** {{事実と日付}}\n- **変更すること：** {{内容、担当者、期限}}',
  },
  ko: {
    strategy: '{{조직}}의 오픈소스 전략',
    review: '{{조직}}의 오픈소스 전략 검토',
    questions:
      '- **전략의 내용:** {{요약과 해당 위치}}\n- **이후 달라진 점:** {{사실과 날짜}}\n- **바꿀 점:** {{내용, 담당자, 기한}}',
  },
  pt: {
    strategy: 'Estratégia de código aberto de {{organização}}',
    review: 'Revisão da estratégia de código aberto de {{organização}}',
    questions:
      '- **O que diz a estratégia:** {{resumo, com o trecho}}\n- **O que mudou desde então:** {{fatos, com datas}}\n- **O que mudamos:** {{o quê, quem, até quando}}',
  },
  'zh-Hans': {
    strategy: '{{组织名称}}开源战略',
    review: '{{组织名称}}开源战略评审',
    questions:
      '- **战略现在怎么写：** {{摘要及所在位置}}\n- **此后的变化：** {{事实及日期}}\n- **我们要改什么：** {{内容、负责人、期限}}',
  },
  'zh-Hant': {
    strategy: '{{組織名稱}}開源策略',
    review: '{{組織名稱}}開源策略檢討',
    questions:
      '- **策略目前的內容：** {{摘要及所在位置}}\n- **此後的變化：** {{事實及日期}}\n- **我們要改什麼：** {{內容、負責人、期限}}',
  },
};

/** The document's own heading stands above those of its sections. */
const TITLE_LEVEL = 1;
const SECTION_LEVEL = 2;

/**
 * A document to begin with: a title, and the sections of the pack's criteria with what is to be
 * filled in. The analysis takes none of that for an answer.
 * @param pack whose sections they are
 * @param wish what the author wants
 * @returns both forms with `\n` as line end and one at the end
 */
export function newDocument(pack: Pack, wish: NewDocumentWish): NewDocument {
  const { language, scope, without } = wish;
  const words = inLanguage(texts, language);
  const title = scope === 'review' ? words.review : words.strategy;
  const parts = [
    { level: TITLE_LEVEL, section: { heading: title, body: '' } },
    ...newDocumentCriteria(pack, scope)
      .filter((id) => !without.includes(id))
      .flatMap((id) => pack.criteria.find((criterion) => criterion.id === id) ?? [])
      .map((criterion) => {
        const { section } = criterionTexts(criterion, language);
        const body = scope === 'review' ? words.questions : section.body;
        return { level: SECTION_LEVEL, section: { heading: section.heading, body } };
      }),
  ];
  let firstTabStop = 1;
  const rendered = parts.map(({ level, section }) => {
    const made = sectionSnippet(section, { headingLevel: level, firstTabStop });
    firstTabStop = made.nextTabStop;
    return made;
  });
  const joined = (sections: readonly string[]): string =>
    `${sections.map((section) => section.trimEnd()).join('\n\n')}\n`;
  return {
    snippet: `${joined(rendered.map(({ snippet }) => snippet))}$0`,
    plainText: joined(rendered.map(({ plainText }) => plainText)),
  };
}

/**
 * The criteria that a new document has sections for.
 * @param pack whose own choice counts for a first strategy; where it makes none, all are meant
 * @param scope of the document
 * @returns ids in the pack's order
 */
export function newDocumentCriteria(pack: Pack, scope: NewDocumentScope): readonly string[] {
  const all = pack.criteria.map(({ id }) => id);
  if (scope !== 'first') return all;
  const first = all.filter((id) => pack.firstStrategy.includes(id));
  return first.length > 0 ? first : all;
}
