import { describe, expect, it } from 'vitest';
import { analyseDocument } from '../../../server/src/core/analysis/analyseDocument.ts';
import { fixesFor } from '../../../server/src/core/analysis/fixes.ts';
import { planSection } from '../../../server/src/core/analysis/planSection.ts';
import { configuredDetection } from '../../../server/src/core/configuration/configuredDetection.ts';
import { readDocument } from '../../../server/src/core/document/readDocument.ts';
import type { Pack } from '../../../server/src/core/pack/pack.ts';
import type { DocumentReport } from '../../../server/src/core/report/coverageReport.ts';
import { builtInPack } from '../../../server/src/host/builtInPack.ts';
import { splitPetal } from '../../splitPetal.ts';
import { configurationOf, packOf, sampleFiles } from './inMemory.ts';

function analysed(text: string, pack: Pack): DocumentReport {
  return analyseDocument(readDocument(text), {
    path: 'x.md',
    pack,
    analyse: 'all',
    absent: 'each',
  });
}

function levelOf(text: string, pack: Pack, id: string): string | undefined {
  return analysed(text, pack).criteria.find((result) => result.id === id)?.level;
}

const LEGAL = `# Open source strategy

## Legal

Our lawyers Marit Dahl and Jon Vik answer licence questions in #open-source-legal within two working days.
Apache-2.0 and MIT licences are approved; GPL needs the approval of the legal department. The licence guide is on the intranet.
`;

describe('a petal that is split', () => {
  it('gives its place to its parts; a renamed one keeps its own', async () => {
    const { criteria } = await packOf(splitPetal);
    const petals = criteria.filter(({ kind }) => kind === 'petal').map(({ id }) => id);
    expect(petals).toEqual([
      'petal.individual-contributors',
      'petal.management',
      'petal.licensing',
      'petal.export-control',
      'petal.business',
      'petal.ecosystem',
      'petal.ospo',
    ]);
    const business = criteria.find(({ id }) => id === 'petal.business');
    expect(business?.texts.en.title).toBe('Lines of business');
    expect(business?.texts.de?.title ?? 'Lines of business').toBe('Lines of business');
    expect(business?.texts.en.section.heading).toBe('Lines of business');
  });

  it('counts for the part whose words a statement has, as the whole would have counted it', async () => {
    const pack = await packOf(splitPetal);
    expect(levelOf(LEGAL, builtInPack, 'petal.legal')).toBe('answered');
    expect(levelOf(LEGAL, pack, 'petal.licensing')).toBe('answered');
    expect(levelOf(LEGAL, pack, 'petal.export-control')).toBe('absent');
  });

  it('counts under its heading what has none of its words, and not for the other part', async () => {
    const pack = await packOf(splitPetal);
    const text = LEGAL.replace('## Legal', '## Export control');
    expect(levelOf(text, pack, 'petal.export-control')).toBe('answered');
    expect(levelOf(text, pack, 'petal.licensing')).toBe('absent');
  });

  it('without words of its own takes what no other claims', async () => {
    const pack = await packOf(
      'petals:\n  - id: petal.law\n    from: petal.legal\n    title: Law\n',
    );
    expect(levelOf(LEGAL, pack, 'petal.law')).toBe('answered');
  });

  it('waived by its old name: the parts are meant', async () => {
    const pack = await packOf(splitPetal);
    const text =
      '# Open source strategy\n\n<!-- ospo-strategy: not-applicable petal.legal reason="x" -->\n';
    const [finding] = analysed(text, pack).findings.filter(
      ({ rule }) => rule === 'unusable-directive',
    );
    expect(finding?.message).toContain('Did you mean petal.licensing or petal.export-control?');
    expect(finding?.fixes?.map(({ title }) => title)).toContain(
      'Replace by "petal.export-control"',
    );
  });

  it('may stay beside its parts', async () => {
    const pack = await packOf(`${splitPetal}  - id: petal.legal\n    title: Law as a whole\n`);
    const ids = pack.criteria.map(({ id }) => id);
    expect(ids.slice(ids.indexOf('petal.legal'), ids.indexOf('petal.business'))).toEqual([
      'petal.legal',
      'petal.licensing',
      'petal.export-control',
    ]);
    expect(levelOf(LEGAL, pack, 'petal.legal')).toBe('answered');
  });

  it('has sections to insert, each at its place, and the finding goes', async () => {
    const pack = await packOf(splitPetal);
    const document = readDocument('# Open source strategy\n\n## Licensing\n\nAsk Anna.\n');
    const plan = planSection(document, pack, 'petal.export-control', 'en');
    expect(plan?.offset).toBe(document.text.length - 1);
    expect(plan?.plainText).toContain('\n\n## Export control\n\n');
    const report = analysed(document.text, pack);
    const titles = fixesFor(document, report, pack).map(({ title }) => title);
    expect(titles).toContain('Insert section "Export control"');
    expect(titles).toContain('Insert section "Lines of business"');
    const after = `${document.text.trimEnd()}${plan?.plainText}`;
    const missing = analysed(after, pack).findings.filter(({ rule }) => rule === 'missing-petal');
    expect(missing.flatMap(({ criteria }) => criteria)).not.toContain('petal.export-control');
  });
});

describe('a criterion of its own', () => {
  const OWN = `elements:
  - id: element.procurement
    title: Procurement
    words: [tender*, award criteria]
    after: element.goals
`;
  const TEXT = `# Open source strategy

## Procurement

Every tender above 25,000 euros asks for an OSI-approved licence in its award criteria from January 2027; Lena Voss checks it.
`;

  it('stands where it is put, and is seen by its own words', async () => {
    const pack = await packOf(OWN);
    expect(pack.criteria.map(({ id }) => id).slice(0, 2)).toEqual([
      'element.goals',
      'element.procurement',
    ]);
    expect(levelOf(TEXT, pack, 'element.procurement')).toBe('answered');
    expect(levelOf(LEGAL, pack, 'element.procurement')).toBe('absent');
    const thin = TEXT.replace(/Every.*/, 'We think about tenders.');
    expect(levelOf(thin, pack, 'element.procurement')).not.toBe('answered');
  });

  it('leaves every other verdict as it was', async () => {
    const pack = await packOf(OWN);
    const others = (report: DocumentReport) =>
      report.criteria.filter(({ id }) => id !== 'element.procurement');
    expect(others(analysed(LEGAL, pack))).toEqual(analysed(LEGAL, builtInPack).criteria);
  });
});

describe('what else a configuration changes', () => {
  it('switches criteria, facets and maturity models off', async () => {
    const pack = await packOf(
      'questions:\n  - id: question.support\n    off: true\npetals:\n  - id: petal.legal\n    facets:\n      - id: channels\n        off: true\nmaturity:\n  ospo: false\nantipatterns:\n  silo: false\n',
    );
    expect(pack.criteria.some(({ id }) => id === 'question.support')).toBe(false);
    const legal = pack.criteria.find(({ id }) => id === 'petal.legal');
    expect(legal?.facets.map(({ id }) => id)).toEqual(['stakeholders', 'activities', 'material']);
    expect(Object.keys(analysed(LEGAL, pack).maturity)).toEqual(['organisation']);
    expect(pack.antipatterns.some(({ id }) => id === 'silo')).toBe(false);
  });

  it("adds an organisation's words to a facet and to the signals", async () => {
    const pack = await packOf(
      'petals:\n  - id: petal.legal\n    facets:\n      - id: stakeholders\n        words: [paragraph riders]\nvocabulary:\n  subject: [codecommons]\n',
    );
    const text =
      '# Open source strategy\n\n## Legal\n\nOur paragraph riders are Ann Lee and Bo Ek; our developers bring their open source questions to them.\n';
    const met = (each: Pack) =>
      analysed(text, each)
        .criteria.find(({ id }) => id === 'petal.legal')
        ?.facets.find(({ id }) => id === 'stakeholders')?.met;
    expect(met(pack)).toBe(true);
    expect(pack.languages[0]?.signals.subject).toContain('codecommons');
  });

  it('reads only the languages that are asked for', async () => {
    const pack = await packOf('languages: [de]\n');
    expect(pack.languages.map(({ language }) => language)).toEqual(['de']);
  });
});

describe('the samples', () => {
  it.each([
    ['bank', 'plan-2027.md', { 'petal.licensing': 'answered', 'petal.export-control': 'absent' }],
    [
      'city',
      'docs/digital-commons.md',
      { 'element.public-money': 'answered', 'element.procurement': 'answered' },
    ],
  ])('%s: no problem, and the verdicts of its own framework', async (name, document, levels) => {
    const files = sampleFiles(name);
    const loaded = await configurationOf(document, files);
    expect(loaded?.files.flatMap(({ problems }) => problems)).toEqual([]);
    if (loaded === undefined) throw new Error('No configuration.');
    expect(configuredDetection(loaded, `/work space/${document}`)?.isStrategy).toBe(true);
    for (const [id, level] of Object.entries(levels)) {
      expect(levelOf(files[document] ?? '', loaded.pack, id), id).toBe(level);
    }
  });
});
