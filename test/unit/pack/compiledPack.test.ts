import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { builtInPackFolder, compilePack, packText } from '../../../scripts/compilePack.ts';
import { snippetFiles } from '../../../scripts/generateSnippets.ts';

const root = `${import.meta.dirname}/../../..`;

/** The architecture's criteria with the parts of a complete answer. */
const PETAL = ['stakeholders', 'activities', 'channels', 'material'];
const FACETS: { readonly [criterion: string]: readonly string[] } = {
  'question.technology': ['named', 'horizon', 'goals', 'roadmap'],
  'question.projects': ['named', 'relation', 'weight'],
  'question.practices': ['practice', 'commitment', 'reason'],
  'question.processes': ['process', 'weakness', 'change'],
  'question.support': ['means', 'effect', 'target'],
  'question.champions': ['measure', 'audience', 'motivation'],
  'question.management': ['audience', 'channel', 'message', 'cadence'],
  'petal.individual-contributors': PETAL,
  'petal.management': PETAL,
  'petal.legal': PETAL,
  'petal.business': PETAL,
  'petal.ecosystem': PETAL,
  'petal.ospo': PETAL,
  'element.goals': ['mission', 'objectives', 'alignment'],
  'element.governance': ['roles', 'decisions', 'rules'],
  'element.compliance': ['licences', 'security', 'procedure'],
  'element.community-engagement': ['communities', 'conduct', 'support'],
  'element.structure': ['personnel', 'technology', 'budget'],
  'element.stakeholders': ['groups', 'interests'],
  'element.communities-plan': ['communities', 'support', 'plan'],
  'element.regulators': ['authority', 'demand', 'plan', 'role'],
  'element.qa': ['questions', 'answers'],
  'element.howto-guides': ['guide', 'audience'],
  'element.metrics-and-review': ['metric', 'target', 'cadence'],
};

const compiled = compilePack(builtInPackFolder);

describe('the built-in pack', () => {
  test('compiles without a problem', () => {
    expect('problems' in compiled ? compiled.problems : []).toEqual([]);
  });

  if ('problems' in compiled) return;
  const { pack } = compiled;

  test('is compiled on disk as its sources say (else: npm run generate)', () => {
    expect(readFileSync(`${root}/server/packs/ospo-book.json`, 'utf8')).toBe(packText(pack));
  });

  test('has its snippets on disk as its sources say (else: npm run generate)', () => {
    for (const [name, text] of snippetFiles(pack)) {
      expect(readFileSync(`${root}/snippets/${name}`, 'utf8'), name).toBe(text);
    }
  });

  test('has exactly the criteria of the architecture, each with exactly its facets', () => {
    const facets = pack.criteria.map((it) => [it.id, it.facets.map((facet) => facet.id)]);
    expect(Object.fromEntries(facets)).toEqual(FACETS);
    expect(pack.criteria).toHaveLength(24);
  });

  test('asks of no answer a single facet, and of none more than it has', () => {
    for (const { id, facets, facetsToAnswer } of pack.criteria) {
      expect(facetsToAnswer, id).toBeGreaterThanOrEqual(2);
      expect(facetsToAnswer, id).toBeLessThanOrEqual(facets.length);
    }
  });

  test('words what is missing so that it completes "It does not ..."', () => {
    for (const { id, facets } of pack.criteria) {
      for (const { missing } of facets) expect(missing.en, id).toMatch(/^[a-z].*[^.]$/);
    }
  });

  test('speaks nine languages; English and simplified Chinese in all that authors read', () => {
    const tags = pack.languages.map(({ language }) => language);
    expect(tags).toEqual(['en', 'de', 'es', 'fr', 'ja', 'ko', 'pt', 'zh-Hans', 'zh-Hant']);
    for (const { id, texts, facets } of pack.criteria) {
      for (const tag of tags) expect(texts[tag]?.section, `${id} ${tag}`).toBeDefined();
      for (const tag of ['en', 'zh-Hans'])
        expect(texts[tag]?.guidance, `${id} ${tag}`).toBeDefined();
      for (const { title } of facets)
        expect(Object.keys(title).sort(), id).toEqual([...tags].sort());
    }
  });

  test('has at least five checklist items in every stage, with ids of their own', () => {
    const stages = pack.maturityModels.flatMap((model) => model.stages);
    expect(stages).toHaveLength(9);
    for (const { id, items } of stages) expect(items.length, id).toBeGreaterThanOrEqual(5);
    const ids = stages.flatMap(({ items }) => items.map((item) => item.id));
    expect(new Set(ids).size).toBe(ids.length);
  });
});
