import type { Messages } from './english.ts';

export const japanese: Messages = {
  'kind-question': '指針となる問い',
  'kind-petal': '花びら',
  'kind-element': '要素',
  'level-answered': '回答済み',
  'level-partial': '不十分',
  'level-absent': '記載なし',
  'level-not-applicable': '対象外',
  line: '{first} 行目',
  lines: '{first}～{last} 行目',
  'to-complete': '補うとよい点',
  waived: '対象外とした理由: {reason}',
  source: '出典',
  'read-more': '参考資料',
  'section-inserted': '挿入される内容',
  'counts-title':
    '問い: {allQuestions} 件中 {questions} 件 · 花びら: {allPetals} 枚中 {petals} 枚 · 不十分: {thin} 件',
  'answers-help': '次の節がこの項目への回答であると、著者が示しています。',
  'not-applicable-help':
    'この項目は自組織には当てはまりません。理由が必要です。`until` は有効な最終日です。',
  'ignore-next-help':
    '次に続くもの (見出し、段落、一覧全体、表全体) について、これらのルールを報告しません。',
  'ignore-file-help': 'このファイルでは、これらのルールを報告しません。',
  'reason-help': '当てはまらない理由。後で尋ねる人のために書きます。',
  'until-help': '有効な最終日。例: 2027-06-30',
  'address-help': 'OSPO Strategy への指示です。表示されたページの読者には見えません。',
  'front-matter-help':
    'このファイルがオープンソース戦略かどうか: `true`、`false`、またはその下に書く指示。',
  'complete-facets': '「{title}」に足りない点を補う: {facets}',
  'section-answers': 'この節は「{title}」への回答です',
  'section-answers-some': 'この節が回答する項目を選ぶ...',
  'list-to-sections': 'この一覧を節に変える',
  'add-question': '質問と回答を追加する',
  'fix-all': '安全に直せるものをすべて直す',
  'analysing-workspace': 'ワークスペースの Markdown ファイルを分析しています',
  'files-done': '{all} ファイル中 {done} 件',
};
