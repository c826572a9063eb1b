import { describe, expect, test } from 'vitest';
import { coverageNodes } from '../../../client/src/sideBar/coverageNodes.ts';
import { maturityNodes } from '../../../client/src/sideBar/maturityNodes.ts';
import { isTreeNode, type TreeNode } from '../../../client/src/sideBar/treeNode.ts';
import type {
  ChecklistState,
  Coverage,
  CriterionCoverage,
} from '../../../server/src/lsp/protocol.ts';

const uri = 'file:///strategy.md';

function criterion(id: string, more: Partial<CriterionCoverage> = {}): CriterionCoverage {
  const kind = id.split('.')[0] as CriterionCoverage['kind'];
  const asked = { title: id, description: 'What it asks.', because: 'The rule.' };
  return { id, kind, level: 'absent', facets: [], evidence: [], ...asked, ...more };
}

function coverage(...criteria: CriterionCoverage[]): Coverage {
  const known = { uri, version: 1, analysed: true, isStrategy: true, language: 'en' };
  return { ...known, reason: '', criteria, maturity: {} };
}

function tree(of: Coverage, onlyMissing = false): readonly TreeNode[] {
  return coverageNodes([{ coverage: of, file: 'docs/strategy.md' }], onlyMissing);
}

/** The rows as a person sees them, indented. */
function outline(nodes: readonly TreeNode[], depth = 0): string[] {
  return nodes.flatMap(({ children, description, label }) => [
    '  '.repeat(depth) + [label, description].filter(Boolean).join(' | '),
    ...outline(children, depth + 1),
  ]);
}

const legal = criterion('petal.legal', {
  title: 'Legal',
  level: 'partial',
  headingLine: 38,
  facets: [
    { id: 'activities', title: 'Activities', missing: 'say what is done', met: true },
    { id: 'channels', title: 'Channels', missing: 'say how to ask', met: false },
  ],
  evidence: [
    { startLine: 39, endLine: 39, facets: ['activities'], words: [], excerpt: 'Counsel reviews.' },
    { startLine: 2, endLine: 4, path: 'docs/plan.md', facets: ['activities'], words: [] },
  ],
});
const answered = criterion('question.projects', { title: 'Projects', level: 'answered' });
const waived = criterion('petal.business', {
  title: 'Business',
  level: 'not-applicable',
  waiver: 'We have none.',
});

describe('the coverage tree', () => {
  test('shows groups, criteria, evidence and what a thin answer lacks', () => {
    expect(outline(tree(coverage(answered, legal, waived, criterion('element.qa'))))).toEqual([
      'docs/strategy.md',
      '  Guiding questions | 1 of 1',
      '    Projects | answered',
      '  Petals | 0 of 1',
      '    Legal | thin, 1 of 2',
      '      Line 40 | Counsel reviews.',
      '      plan.md, line 3',
      '      Channels | say how to ask',
      '    Business | waived: We have none.',
      '  Elements of the document | 0 of 1',
      '    element.qa | missing',
    ]);
  });

  test('leaves out what is answered or waived on demand', () => {
    const rows = outline(tree(coverage(answered, legal, waived), true)).map((row) => row.trim());
    expect(rows).toContain('Legal | thin, 1 of 2');
    expect(rows.join()).not.toMatch(/Projects|Business|Guiding/);
  });

  test('calls a document by its title', () => {
    const position = { line: 0, character: 0 };
    const title = { text: 'Our strategy', start: position, end: position };
    expect(outline(tree({ ...coverage(), title }))).toEqual(['Our strategy | docs/strategy.md']);
  });

  test('leads to the heading of a criterion, else to its first evidence, else nowhere', () => {
    const placeOf = (of: CriterionCoverage) =>
      tree(coverage(of))[0]?.children[0]?.children[0]?.place;
    const { headingLine: _, ...unheaded } = legal;
    expect(placeOf(legal)).toMatchObject({ document: uri, startLine: 38, endLine: 38 });
    expect(placeOf(unheaded)).toMatchObject({ document: uri, startLine: 39, endLine: 39 });
    expect(placeOf(criterion('petal.legal'))).toBeUndefined();
  });

  test('says so where a thin answer touches every part', () => {
    const facets = legal.facets.map((facet) => ({ ...facet, met: true }));
    expect(outline(tree(coverage({ ...legal, facets })))).toContain(
      '    Legal | thin, too general',
    );
  });

  test('keeps its ids while evidence moves', () => {
    const ids = (nodes: readonly TreeNode[]): string[] =>
      nodes.flatMap((node) => [node.id, ...ids(node.children)]);
    const moved = legal.evidence.map((piece) => ({ ...piece, startLine: 70, endLine: 70 }));
    const before = ids(tree(coverage(legal)));
    expect(ids(tree(coverage({ ...legal, evidence: moved })))).toEqual(before);
    expect(new Set(before).size).toBe(before.length);
  });

  test('says each level in words, to a screen reader too', () => {
    const spoken = (node: TreeNode): string[] => [node.spoken, ...node.children.flatMap(spoken)];
    const all = tree(coverage(answered, legal, waived)).flatMap(spoken);
    expect(all).toContain('Legal, thin, 1 of 2');
    expect(all).toContain('Projects, answered');
    expect(all).toContain('Line 40: Counsel reviews.');
  });

  test('gives its nodes to commands', () => {
    expect(isTreeNode(tree(coverage(legal))[0])).toBe(true);
    for (const other of [undefined, null, 'petal.legal', {}, { id: 'petal.legal' }]) {
      expect(isTreeNode(other)).toBe(false);
    }
  });
});

describe('the maturity tree', () => {
  const checklist: ChecklistState = {
    problems: [],
    models: [
      {
        id: 'ospo',
        title: 'The OSPO',
        caveat: 'No ladder.',
        source: '',
        stages: [
          {
            id: 'awareness',
            title: 'Awareness',
            description: 'Somebody knows.',
            items: ['ospo.awareness.contact', 'ospo.awareness.list'].map((id, index) => ({
              id,
              title: id,
              evidence: 'A name.',
              ticked: index === 0,
              notes: [],
            })),
          },
        ],
      },
    ],
  };

  test('shows models, stages, and items with check boxes and the lines that show them', () => {
    const evidence = [{ startLine: 11, endLine: 12, facets: [], words: [], excerpt: 'A list.' }];
    const items = [{ id: 'ospo.awareness.list', evidence }];
    const shown = { title: 'The OSPO', stage: 'awareness', stageTitle: 'Awareness', items };
    const nodes = maturityNodes(checklist, uri, { ospo: shown });
    expect(outline(nodes)).toEqual([
      'The OSPO | the text shows: Awareness',
      '  Awareness | 1 of 2',
      '    ospo.awareness.contact',
      '    ospo.awareness.list | found in the text',
      '      Lines 12–13 | A list.',
    ]);
    const boxes = nodes[0]?.children[0]?.children.map(({ checked, of }) => [of, checked]);
    expect(boxes).toEqual([
      ['ospo.awareness.contact', true],
      ['ospo.awareness.list', false],
    ]);
  });

  test('says so where the text shows no stage', () => {
    expect(maturityNodes(checklist, uri, {})[0]?.description).toBe('the text shows no stage');
  });
});
