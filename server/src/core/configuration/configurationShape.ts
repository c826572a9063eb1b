import { rules } from '../analysis/rules.ts';
import type { CriterionKind, LanguageSignals, Pack } from '../pack/pack.ts';
import { criterionLists } from './configuration.ts';
import type { Choice, KeyShape, MappingShape, Shape } from './shapes.ts';

const text: Shape = { kind: 'text' };
const onOff: Shape = { kind: 'boolean' };
const words: Shape = { kind: 'list', item: text };

const SIGNALS: { readonly [signal in keyof LanguageSignals]: string } = {
  organisation: 'How your documents speak of your own organisation: "the bank", "our branches".',
  generic: 'How they speak of organisations in general, or to their reader.',
  commitment: 'Words that commit: "will", "is responsible for".',
  time: 'Dates, terms and rhythms: "every sprint", "by Q3".',
  role: 'Roles and bodies that can own something: "chapter lead".',
  strategyTitle: 'What titles and file names of your strategies say.',
  otherGenre: 'What titles of other documents say, which are no strategies.',
  subject: 'What stands for the subject: "free software", "InnerSource".',
  placeholder: 'What stands where something is still to be written.',
  prompt: 'How templates ask their reader to write something.',
  negation: 'Words that deny or exclude.',
  hypothesis: 'Words that suppose: "if we had".',
  software: 'Words of the trade that open source belongs to: "repository", "build farm".',
  aside: 'Headings over titles rather than statements: "Further reading", "Vacancies".',
  stopWords: 'Frequent small words, to tell the language by.',
};

const SEVERITIES: readonly Choice[] = [
  { value: 'error', description: 'Shown as an error.' },
  { value: 'warning', description: 'Shown as a warning.' },
  { value: 'information', description: 'Shown as information.' },
  { value: 'hint', description: 'Shown as a hint: three dots at the place, not under *Problems*.' },
  { value: 'off', description: 'Not shown at all.' },
];

/**
 * What a configuration may say over a pack: the one definition behind its check, its JSON Schema, its
 * completion and its hovers.
 * @param pack that is configured
 */
export function configurationShape(pack: Pack): MappingShape {
  const choices = (
    list: readonly { readonly id: string; readonly title: { readonly en: string } }[],
  ): readonly Choice[] => list.map(({ id, title }) => ({ value: id, description: title.en }));
  const ruleChoices = rules.map(({ id, title }) => ({ value: id, description: title }));
  const languages = pack.languages.map(({ language, name }) => ({
    value: language,
    description: name,
  }));
  const signals = Object.entries(SIGNALS).map(([value, description]) => ({ value, description }));
  return {
    kind: 'mapping',
    keys: [
      {
        name: 'extends',
        description:
          'The framework that is changed here, or another configuration that this one continues: a path relative to this file, inside the workspace folder.',
        value: {
          kind: 'text',
          isOpen: true,
          choices: [{ value: pack.id, description: pack.title.en }],
        },
      },
      listOf('question', 'Guiding questions that are changed, added or switched off.', pack),
      listOf('petal', 'Petals that are renamed, split, added or switched off.', pack),
      listOf('element', 'Elements of the document that are changed, added or switched off.', pack),
      {
        name: 'severities',
        description: 'How severe the findings of a rule are shown, or `off`.',
        value: { kind: 'map', keys: ruleChoices, value: { kind: 'text', choices: SEVERITIES } },
      },
      {
        name: 'languages',
        description:
          'The languages that your strategies are written in. Without it: all that are known.',
        value: { kind: 'list', item: { kind: 'text', choices: languages } },
      },
      {
        name: 'documents',
        description: 'Which Markdown files are strategies, whatever their names and titles say.',
        value: { kind: 'mapping', keys: DOCUMENT_KEYS },
      },
      {
        name: 'sets',
        description: 'Strategies of several files, each read as one.',
        value: { kind: 'list', item: { kind: 'mapping', keys: SET_KEYS } },
      },
      {
        name: 'vocabulary',
        description:
          "Your organisation's own words, beside those that are known. Plain words; `*` at the end matches any continuation.",
        value: { kind: 'map', keys: signals, value: words },
      },
      {
        name: 'maturity',
        description: 'Maturity models; `false` switches one off, in the report and the checklist.',
        value: { kind: 'map', keys: choices(pack.maturityModels), value: onOff },
      },
      {
        name: 'antipatterns',
        description: 'Antipatterns; `false` switches one off.',
        value: { kind: 'map', keys: choices(pack.antipatterns), value: onOff },
      },
    ],
  };
}

const DOCUMENT_KEYS: readonly KeyShape[] = [
  {
    name: 'include',
    description:
      'Files that are strategies: paths from this file, with `*`, `**`, `?` and `{a,b}`.',
    value: words,
  },
  {
    name: 'exclude',
    description: 'Files that are none. What is excluded is not included.',
    value: words,
  },
];

const SET_KEYS: readonly KeyShape[] = [
  { name: 'title', description: 'What the strategy is called.', value: text },
  {
    name: 'index',
    description: 'The file that stands for the whole, as a path from this file.',
    value: text,
    isRequired: true,
  },
  {
    name: 'files',
    description: 'The other files: paths from this file, with `*`, `**`, `?` and `{a,b}`.',
    value: words,
  },
];

function listOf(kind: CriterionKind, description: string, pack: Pack): KeyShape {
  const known = pack.criteria
    .filter((criterion) => criterion.kind === kind)
    .map(({ id, texts }) => ({ value: id, description: texts.en.title }));
  const ids: Shape = {
    kind: 'text',
    isOpen: true,
    choices: known,
    form: {
      pattern: `^${kind}\\.[a-z0-9]+(-[a-z0-9]+)*$`,
      says: `write ${kind}. and small letters, digits and hyphens`,
    },
  };
  const keys = criterionKeys(ids, known);
  return {
    name: criterionLists[kind],
    description,
    value: { kind: 'list', item: { kind: 'mapping', keys } },
  };
}

function criterionKeys(id: Shape, known: readonly Choice[]): readonly KeyShape[] {
  const reference: Shape = { kind: 'text', choices: known };
  return [
    {
      name: 'id',
      description: 'Its id: a known one is changed, another one is new.',
      value: id,
      isRequired: true,
    },
    {
      name: 'from',
      description:
        'The one that this is split off from: it has its facets, its vocabulary and what the model has learned of it, and takes its place, unless that one is listed here too.',
      value: reference,
    },
    { name: 'off', description: '`true` leaves it out.', value: onOff },
    {
      name: 'title',
      description: 'What it is called, in every language. It is a heading of its section, too.',
      value: text,
    },
    {
      name: 'description',
      description: 'What it asks and why, in one to three sentences.',
      value: text,
    },
    { name: 'guidance', description: 'How to answer it.', value: text },
    {
      name: 'headings',
      description: 'What else headings of its section say. Plain words.',
      value: words,
    },
    {
      name: 'words',
      description:
        'Of a part: the words that tell it from the other parts. Of a new one: the words that show it.',
      value: words,
    },
    {
      name: 'facets',
      description: 'The parts of a complete answer that are changed, added or switched off.',
      value: { kind: 'list', item: { kind: 'mapping', keys: FACET_KEYS } },
    },
    {
      name: 'facetsToAnswer',
      description: 'How many facets specific statements must meet before it counts as answered.',
      value: { kind: 'number', least: 1, most: 20 },
    },
    {
      name: 'section',
      description: 'The section to insert.',
      value: { kind: 'mapping', keys: SECTION_KEYS },
    },
    {
      name: 'after',
      description: 'Where it stands in a document: behind this one.',
      value: { ...reference, kind: 'text', isOpen: true },
    },
  ];
}

const FACET_KEYS: readonly KeyShape[] = [
  {
    name: 'id',
    description: 'Its id: a known one is changed, another one is new.',
    value: {
      kind: 'text',
      form: {
        pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
        says: 'write small letters, digits and hyphens',
      },
    },
    isRequired: true,
  },
  { name: 'title', description: 'A short noun phrase: "Technologies named".', value: text },
  {
    name: 'missing',
    description: 'What a thin answer does not do, behind "It does not ...": "say who decides".',
    value: text,
  },
  {
    name: 'words',
    description: 'Words that show it, anywhere in a document. Plain words.',
    value: words,
  },
  { name: 'off', description: '`true` leaves it out.', value: onOff },
];

const SECTION_KEYS: readonly KeyShape[] = [
  { name: 'heading', description: 'Its heading, without `#`.', value: text },
  {
    name: 'body',
    description: 'Markdown below it. `{{...}}` marks what the author fills in.',
    value: text,
  },
];
