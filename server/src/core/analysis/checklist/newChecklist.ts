import { inLanguage, type LanguageTag, type Localised, type Pack } from '../../pack/pack.ts';
import { asMarkdownLine, itemLine } from './packItems.ts';

const title: Localised<string> = { en: 'Maturity checklist', 'zh-Hans': '成熟度检查表' };

const explanation: Localised<string> = {
  en: 'Tick what can be observed in the organisation today, here or in the maturity checklist of the OSPO Strategy extension; the comment after each item tells it apart when you change its words.',
  'zh-Hans':
    '请勾选组织今天已能观察到的事项：可以直接在本文件中勾选，也可以在 OSPO Strategy 扩展的成熟度检查表中勾选。每项后面的注释用于在改写文字后仍能识别该项。',
};

/**
 * A whole checklist file, with nothing or one item ticked.
 * @param pack the framework whose maturity models it lists
 * @param language the language to write it in
 * @param tickedItem the id of the item to tick
 * @param ending the line ending to write with
 */
export function newChecklist(
  pack: Pack,
  language: LanguageTag,
  tickedItem: string | undefined,
  ending = '\n',
): string {
  const paragraphs = [`# ${inLanguage(title, language)}`, inLanguage(explanation, language)];
  for (const model of pack.maturityModels) {
    paragraphs.push(`## ${asMarkdownLine(inLanguage(model.title, language))}`);
    paragraphs.push(asMarkdownLine(inLanguage(model.caveat, language)));
    for (const stage of model.stages) {
      paragraphs.push(`### ${asMarkdownLine(inLanguage(stage.title, language))}`);
      const items = stage.items.map((item) =>
        itemLine(inLanguage(item.title, language), item.id, item.id === tickedItem),
      );
      paragraphs.push(items.join(ending));
    }
  }
  return paragraphs.join(ending + ending) + ending;
}
