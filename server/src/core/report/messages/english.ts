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
  'missing-question-one': 'Not answered here, the guiding question "{title}". {description}',
  'missing-petal-one': 'Not covered here, the petal "{title}". {description}',
  'missing-element-one': 'Not found here, the element "{title}". {description}',
  'missing-question-some': 'Not answered here, {count} of {all} guiding questions: {titles}.',
  'missing-question-all': 'Not answered here, all {all} guiding questions: {titles}.',
  'missing-petal-some': 'Not covered here, {count} of {all} petals: {titles}.',
  'missing-petal-all': 'Not covered here, all {all} petals: {titles}.',
  'missing-element-some': 'Not found here, {count} of {all} elements: {titles}.',
  'missing-element-all': 'Not found here, all {all} elements: {titles}.',
  'insert-or-waive': 'Insert their sections with a quick fix, or waive what does not apply.',
  'asked-only': '{title} is asked here, not answered.',
  'thin-answer': '{title}: a thin answer.',
  'found-facets': 'Found: {parts}.',
  'lacking-facets': 'It does not {parts}.',
  'stays-general': 'It stays general: add names, numbers, dates or roles of this organisation.',
  'list-next': '{others}, {next}',
  'list-last': '{others} or {last}',
  'unwritten-section': '{title}: this section is still to be written.',
  'nothing-below': 'There is nothing below its heading.',
  'has-placeholders': 'It still has placeholders.',
  'only-asks': 'It asks; it does not answer.',
  'only-prompts': 'It tells what to write, and nobody has yet.',
  'other-text': 'What stands here does not answer it.',
} as const;

export type MessageId = keyof typeof english;

/** A catalogue in one language. */
export type Messages = { readonly [id in MessageId]: string };
