import { describe, expect, test } from 'vitest';
import { analyseDocument } from '../../../server/src/core/analysis/analyseDocument.ts';
import { readDocument } from '../../../server/src/core/document/readDocument.ts';
import { criterionTexts } from '../../../server/src/core/pack/pack.ts';
import { sectionSnippet } from '../../../server/src/core/pack/sectionSnippet.ts';
import { builtInPack } from '../../../server/src/host/builtInPack.ts';

/** What an author might add to each hint: names, a number and a date. */
const ANSWERS: { readonly en: string; readonly [language: string]: string | undefined } = {
  en: 'Falcon 3 of Ada Lovelace at Example Works, since March 2027',
  ja: '例示工房の「鷹三号」（Falcon 3）を佐藤が2027年3月から担当する',
  'zh-Hans': '示例公司的《猎鹰三号》（Falcon 3），由张伟自2027年3月起承担',
};

const cases = builtInPack.languages.flatMap(({ language }) =>
  builtInPack.criteria.map((criterion) => ({ language, criterion, id: criterion.id })),
);

/** The criterion's result in a strategy that holds this one section. */
function judge(language: string, id: string, section: string) {
  const title =
    language === 'zh-Hans' ? '示例公司开源战略' : 'Open source strategy of Example Works';
  const document = readDocument(`# ${title}\n\n${section}\n`);
  const report = analyseDocument(document, {
    path: 'strategy.md',
    pack: builtInPack,
    analyse: 'all',
    absent: 'each',
  });
  return report.criteria.find((result) => result.id === id);
}

describe.each(cases)('the section of $id in $language', ({ language, criterion, id }) => {
  const { section } = criterionTexts(criterion, language);
  const { plainText } = sectionSnippet(section, { headingLevel: 2, firstTabStop: 1 });

  test('answers nothing as it is inserted', () => {
    expect(judge(language, id, plainText)?.level).toBe('absent');
  });

  test('leads to an answer once it is filled in', () => {
    const filledIn = plainText.replace(/\[([^\]]*)\]/g, `$1: ${ANSWERS[language] ?? ANSWERS.en}`);
    expect(judge(language, id, filledIn)).toMatchObject({ level: 'answered' });
  });
});

const withExamples = cases.filter(
  ({ criterion, language }) => criterion.texts[language]?.goodAnswer !== undefined,
);

describe.each(withExamples)('the examples of $id in $language', ({ language, criterion, id }) => {
  const texts = criterionTexts(criterion, language);

  const level = (answer: string) =>
    judge(language, id, `## ${texts.section.heading}\n\n${answer}`)?.level;

  test('the good answer is an answer', () => {
    expect(level(texts.goodAnswer)).toBe('answered');
  });

  test('the weak answer is none', () => {
    expect(level(texts.weakAnswer)).not.toBe('answered');
  });
});
