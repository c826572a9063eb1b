/**
 * What authors read, by id; `{name}` is filled in. Every other catalogue has the same ids with the
 * same names in braces: TypeScript and a test see to it.
 */
export const english = {
  'kind-question': 'guiding question',
  'kind-petal': 'petal',
  'kind-element': 'element',
  'level-answered': 'answered',
  'level-partial': 'thin',
  'level-absent': 'missing',
  'level-not-applicable': 'not applicable',
  line: 'line {first}',
  lines: 'lines {first}-{last}',
  'to-complete': 'What would complete it',
  waived: 'Waived: {reason}',
  source: 'Source',
  'read-more': 'Read more',
  'section-inserted': 'What is inserted',
  'counts-title':
    'Questions: {questions} of {allQuestions} · petals: {petals} of {allPetals} · thin: {thin}',
  'answers-help': 'The section that follows answers this criterion, by its author’s word.',
  'not-applicable-help':
    'This criterion does not apply to us. It needs a reason; `until` is the last day on which it holds.',
  'ignore-next-help':
    'These rules are not reported for what comes next: a heading, a paragraph, a whole list or table.',
  'ignore-file-help': 'These rules are not reported in this file.',
  'reason-help': 'Why it does not apply, for those who will ask.',
  'until-help': 'The last day on which it holds, such as 2027-06-30.',
  'address-help': 'A directive for OSPO Strategy; readers of the rendered page do not see it.',
  'front-matter-help':
    'Whether this file is an open source strategy: `true`, `false`, or directives below it.',
  'complete-facets': 'Add what “{title}” lacks: {facets}',
  'section-answers': 'This section answers “{title}”',
  'section-answers-some': 'This section answers ...',
  'list-to-sections': 'Turn this list into sections',
  'add-question': 'Add a question and its answer',
  'fix-all': 'Repair all that can be repaired safely',
  'analysing-workspace': 'Analysing the Markdown files of the workspace',
  'files-done': '{done} of {all} files',
} as const;

export type MessageId = keyof typeof english;

/** A catalogue in one language. */
export type Messages = { readonly [id in MessageId]: string };
