import { readDocument } from '../../server/src/core/document/readDocument.ts';
import type { StrategyDocument } from '../../server/src/core/document/strategyDocument.ts';
import { type Criterion, criterionTexts, type Pack } from '../../server/src/core/pack/pack.ts';
import { sectionSnippet } from '../../server/src/core/pack/sectionSnippet.ts';

/** A section as the pack itself offers or praises it, and what it must be judged. */
export interface PackExample {
  readonly language: string;
  readonly criterion: string;
  readonly document: StrategyDocument;
  readonly level: 'partial' | 'answered';
}

/** What an author may write into a section's gaps; for other languages, the English words. */
const FILLED_IN: { readonly en: string; readonly [language: string]: string | undefined } = {
  en: 'Kestrel 2, kept by Grace Hopper of the platform team, from June 2026',
  de: 'Milan 2, betreut von Grete Hermann im Plattformteam, ab Juni 2026',
  es: 'Cernícalo 2, a cargo de María Wonenburger, del equipo de plataforma, desde junio de 2026',
  fr: "Faucon 2, tenu par Sophie Germain, de l'équipe plateforme, depuis juin 2026",
  ja: '「隼二号」（Kestrel 2）を基盤チームの鈴木が2026年6月から担当する',
  ko: '플랫폼 팀의 김하늘이 2026년 6월부터 맡는 황조롱이 2호(Kestrel 2)',
  pt: 'Falcão 2, a cargo de Elza Gomide, da equipe de plataforma, desde junho de 2026',
  'zh-Hans': '平台组的李明自2026年6月起负责《红隼二号》（Kestrel 2）',
  'zh-Hant': '平臺組的林小明自2026年6月起負責《紅隼二號》（Kestrel 2）',
};

/**
 * The pack's own sections, filled in, and its good and weak answers. An author who inserts a section
 * and fills its gaps has answered; whoever follows the good example, too.
 * @param pack any
 */
export function packExamples(pack: Pack): readonly PackExample[] {
  return pack.languages.flatMap(({ language }) =>
    pack.criteria.flatMap((criterion) => examplesOf(criterion, language)),
  );
}

function examplesOf(criterion: Criterion, language: string): readonly PackExample[] {
  const { section, goodAnswer, weakAnswer } = criterionTexts(criterion, language);
  const { plainText } = sectionSnippet(section, { headingLevel: 2, firstTabStop: 1 });
  const words = FILLED_IN[language] ?? FILLED_IN.en;
  const filledIn = plainText.replace(/\[([^\]]*)\]/g, `$1: ${words}`);
  const of = { language, criterion: criterion.id };
  const skeleton = { ...of, document: titled(filledIn), level: 'answered' } as const;
  if (criterion.texts[language]?.goodAnswer === undefined) return [skeleton];
  const answer = (text: string) => titled(`## ${section.heading}\n\n${text}`);
  return [
    skeleton,
    { ...of, document: answer(goodAnswer), level: 'answered' },
    { ...of, document: answer(weakAnswer), level: 'partial' },
  ];
}

function titled(section: string): StrategyDocument {
  return readDocument(`# Open source strategy\n\n${section}\n`);
}
