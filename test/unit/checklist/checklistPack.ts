import { emptyModel } from '../../../scripts/training/trainModel.ts';
import type { ChecklistItem, MaturityStage, Pack } from '../../../server/src/core/pack/pack.ts';

function item(id: string, en: string, zh: string): ChecklistItem {
  return {
    id,
    title: { en, 'zh-Hans': zh },
    evidence: { en: `What shows it: ${en.toLowerCase()}.`, 'zh-Hans': `证据：${zh}。` },
  };
}

function stage(id: string, en: string, zh: string, items: readonly ChecklistItem[]): MaturityStage {
  return {
    id,
    title: { en, 'zh-Hans': zh },
    description: { en: `${en}, described.`, 'zh-Hans': `${zh}的说明。` },
    items,
    signs: {},
  };
}

/** Two models of two stages, with one wording that stands in both, and one full of Markdown marks. */
export const checklistPack: Pack = {
  schemaVersion: 1,
  id: 'test',
  version: '1.0.0',
  title: { en: 'Test' },
  attribution: 'Written for this test.',
  criteria: [],
  firstStrategy: [],
  maturityModels: [
    {
      id: 'organisation',
      title: { en: 'The organisation', 'zh-Hans': '组织' },
      caveat: { en: 'No ladder to climb.', 'zh-Hans': '这不是阶梯。' },
      source: 'The book',
      stages: [
        stage('usage', 'Software usage', '使用', [
          item('organisation.usage.inventory', 'An inventory exists', '有一份清单'),
          item('organisation.usage.licences', 'Licences are known', '许可证已知'),
          item('organisation.usage.updates', 'Updates are applied', '及时更新'),
        ]),
        stage('leadership', 'Leadership', '引领', [
          item('organisation.leadership.seats', 'People hold *board* seats [elected]', '担任理事'),
        ]),
      ],
    },
    {
      id: 'ospo',
      title: { en: 'The OSPO', 'zh-Hans': '开源办公室' },
      caveat: { en: 'A tool, not a score.', 'zh-Hans': '是工具，不是分数。' },
      source: 'The book',
      stages: [
        stage('awareness', 'Awareness', '意识', [
          item('ospo.awareness.named-contact', 'A contact is named', '有联系人'),
          item('ospo.awareness.inventory', 'An inventory exists', '有一份清单'),
        ]),
        stage('advisor', 'Leader and advisor', '顾问', [
          item('ospo.advisor.board', 'The board asks for advice', '董事会征求意见'),
        ]),
      ],
    },
  ],
  antipatterns: [],
  model: emptyModel,
  resources: [],
  languages: [],
};

/** The ids of every item of `checklistPack`. */
export const itemIds: readonly string[] = checklistPack.maturityModels.flatMap((model) =>
  model.stages.flatMap((each) => each.items.map(({ id }) => id)),
);
