import { l10n } from 'vscode';
import type { Coverage, CriterionCoverage } from '../../../server/src/lsp/protocol.ts';
import { evidenceNodes } from './evidenceNodes.ts';
import type { TreeNode } from './treeNode.ts';

type Level = CriterionCoverage['level'];

/** Shape and colour of each level: no level is told by colour alone. */
const icons: { readonly [level in Level]: NonNullable<TreeNode['icon']> } = {
  answered: { id: 'pass-filled', colour: 'testing.iconPassed' },
  partial: { id: 'color-mode', colour: 'charts.yellow' },
  absent: { id: 'circle-large-outline', colour: 'descriptionForeground' },
  'not-applicable': { id: 'circle-slash', colour: 'disabledForeground' },
};

const levelWords: { readonly [level in Level]: string } = {
  answered: l10n.t('answered'),
  partial: l10n.t('thin'),
  absent: l10n.t('missing'),
  'not-applicable': l10n.t('waived'),
};

const groups: readonly { readonly kind: CriterionCoverage['kind']; readonly title: string }[] = [
  { kind: 'question', title: l10n.t('Guiding questions') },
  { kind: 'petal', title: l10n.t('Petals') },
  { kind: 'element', title: l10n.t('Elements of the document') },
];

/** A document that has been analysed, and how its file is called. */
export interface CoveredDocument {
  readonly coverage: Coverage;
  /** As an author recognises it: relative to the workspace folder. */
  readonly file: string;
}

/**
 * The coverage tree: documents, groups, criteria, evidence.
 * @param documents in the order in which they are shown
 * @param onlyMissing leaves out what is answered or waived
 */
export function coverageNodes(
  documents: readonly CoveredDocument[],
  onlyMissing: boolean,
): readonly TreeNode[] {
  return documents.map(({ coverage, file }) => {
    const { criteria, title, uri } = coverage;
    const label = title?.text ?? file;
    const count = answeredOf(criteria);
    return {
      id: uri,
      label,
      ...(title === undefined ? {} : { description: file }),
      tooltip: `${file}\n${count}`,
      spoken: [label, ...(title === undefined ? [] : [file]), count].join(', '),
      icon: { id: 'file' },
      context: 'document',
      place: { document: uri, startLine: title?.start.line ?? 0, endLine: title?.end.line ?? 0 },
      document: uri,
      isExpanded: true,
      children: groups.flatMap((group) => groupNode(group, coverage, onlyMissing)),
    };
  });
}

/** "5 of 7": those that do not apply count neither as answered nor as asked. */
export function answeredOf(criteria: readonly CriterionCoverage[]): string {
  const asked = criteria.filter(({ level }) => level !== 'not-applicable');
  const answered = asked.filter(({ level }) => level === 'answered');
  return l10n.t('{0} of {1}', answered.length, asked.length);
}

function groupNode(
  { kind, title }: (typeof groups)[number],
  { criteria, uri }: Coverage,
  onlyMissing: boolean,
): readonly TreeNode[] {
  const all = criteria.filter((criterion) => criterion.kind === kind);
  const shown = all.filter(({ level }) => !onlyMissing || isMissing(level));
  if (shown.length === 0) return [];
  const count = answeredOf(all);
  return [
    {
      id: `${uri}#${kind}`,
      label: title,
      description: count,
      spoken: `${title}, ${count}`,
      context: 'group',
      document: uri,
      isExpanded: true,
      children: shown.map((criterion) => criterionNode(criterion, uri)),
    },
  ];
}

function isMissing(level: Level): boolean {
  return level === 'absent' || level === 'partial';
}

function criterionNode(criterion: CriterionCoverage, uri: string): TreeNode {
  const { evidence, headingLine, id, level, title } = criterion;
  const nodeId = `${uri}#${id}`;
  const [first] = evidence;
  const place =
    headingLine === undefined ? first : { startLine: headingLine, endLine: headingLine };
  const state = stateOf(criterion);
  return {
    id: nodeId,
    label: title,
    description: state,
    tooltip: explanation(criterion),
    spoken: `${title}, ${state}`,
    icon: icons[level],
    context: `criterion ${level}`,
    ...(place === undefined ? {} : { place: { ...place, document: uri } }),
    of: id,
    document: uri,
    isExpanded: false,
    children: [...evidenceNodes(evidence, nodeId, uri), ...lackingNodes(criterion, nodeId, uri)],
  };
}

/** The level in words: no row says it by its icon alone. */
function stateOf({ facets, level, waiver }: CriterionCoverage): string {
  if (level === 'partial') {
    const met = facets.filter((facet) => facet.met).length;
    // All parts are touched, but in words that hold for any organisation.
    if (met === facets.length) return l10n.t('thin, too general');
    return l10n.t('thin, {0} of {1}', met, facets.length);
  }
  if (level === 'not-applicable' && waiver) return l10n.t('waived: {0}', waiver);
  return levelWords[level];
}

/** What would complete a thin answer. */
function lackingNodes(
  { facets, level }: CriterionCoverage,
  parent: string,
  uri: string,
): readonly TreeNode[] {
  if (level !== 'partial') return [];
  return facets
    .filter(({ met }) => !met)
    .map(({ id, missing, title }) => ({
      id: `${parent}/facet/${id}`,
      label: title,
      description: missing,
      tooltip: l10n.t('To complete it: {0}.', missing),
      spoken: `${title}. ${l10n.t('To complete it: {0}.', missing)}`,
      icon: { id: 'circle-small', colour: 'descriptionForeground' },
      context: 'facet',
      document: uri,
      isExpanded: false,
      children: [],
    }));
}

/** The verdict as plain text: level, what it asks, facet by facet, the rule that decided. */
export function explanation(criterion: CriterionCoverage): string {
  const { because, description, facets, level, title } = criterion;
  const parts = facets.map((facet) =>
    facet.met ? `✓ ${facet.title}` : `○ ${facet.title}: ${facet.missing}`,
  );
  const shown = level === 'not-applicable' ? [] : parts;
  return [`${title} (${levelWords[level]})`, description, ...shown, because]
    .filter((line) => line !== '')
    .join('\n');
}
