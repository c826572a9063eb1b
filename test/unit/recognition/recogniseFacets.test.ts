import { describe, expect, it } from 'vitest';
import { readBlocks } from '../../../server/src/core/analysis/blockReading.ts';
import { isClear } from '../../../server/src/core/analysis/facetSighting.ts';
import { packVocabulary } from '../../../server/src/core/analysis/packVocabulary.ts';
import { recogniseFacets } from '../../../server/src/core/analysis/recogniseFacets.ts';
import { sectionCriteria } from '../../../server/src/core/analysis/sectionCriteria.ts';
import { readDocument } from '../../../server/src/core/document/readDocument.ts';
import type { Pack } from '../../../server/src/core/pack/pack.ts';
import { builtInPack } from '../../../server/src/host/builtInPack.ts';

function recognise(markdown: string, pack: Pack = builtInPack) {
  const document = readDocument(markdown);
  const vocabulary = packVocabulary(pack);
  const readings = readBlocks(document, vocabulary);
  const sections = sectionCriteria(document, vocabulary);
  const { seen, named } = recogniseFacets(document, readings, sections, pack);
  const sightings = seen.flatMap((block) =>
    [...block].flatMap(([criterion, list]) => list.map((it) => ({ ...it, criterion }))),
  );
  return { sightings, named };
}

function clear(markdown: string, pack?: Pack): ReadonlySet<string> {
  const { sightings } = recognise(markdown, pack);
  return new Set(sightings.filter(isClear).map(({ criterion, facet }) => `${criterion}.${facet}`));
}

const LEGAL =
  'Marit Dahl in the legal department approves every licence; GPL and AGPL need her signature.';

describe('recognising facets', () => {
  it('weighs words together with where they stand', () => {
    const chance = (markdown: string): number => {
      const { sightings } = recognise(markdown);
      const own = sightings.filter(
        ({ criterion, facet }) => criterion === 'petal.legal' && facet === 'activities',
      );
      return Math.max(0, ...own.map(({ probability }) => probability));
    };
    const sentence = 'It answers all questions within two working days.';
    expect(chance(`# Strategy\n\n## Legal\n\n${LEGAL}`)).toBeGreaterThan(0.8);
    expect(chance(`# Strategy\n\n## Lunch\n\n${sentence}`)).toBeLessThan(0.3);
  });

  it('names the words that carried it, the strongest first', () => {
    const { sightings } = recognise(`# Strategy\n\n## Legal\n\n${LEGAL}`);
    const words = sightings
      .filter(({ criterion }) => criterion === 'petal.legal')
      .flatMap((sighting) => sighting.words);
    expect(words).toContain('gpl');
    expect(words).toContain('legal department');
  });

  it('sees nothing in what does not count', () => {
    expect(clear(`# Strategy\n\n## Legal\n\n<!-- ${LEGAL} -->\n`)).toEqual(new Set());
    expect(clear(`# Strategy\n\n## Legal\n\n\`\`\`\n${LEGAL}\n\`\`\`\n`)).toEqual(new Set());
    expect(clear('# Strategy\n\n## Legal\n\nTODO: who approves licences?\n')).toEqual(new Set());
  });

  it('knows which criteria are named, but not by a heading with nothing below', () => {
    expect(recognise(`# Strategy\n\n## Legal\n\n${LEGAL}`).named.has('petal.legal')).toBe(true);
    expect(recognise(`# Strategy\n\n- **Legal:** ${LEGAL}`).named.has('petal.legal')).toBe(true);
    expect(recognise('# Strategy\n\n## Legal\n\n## Lunch\n\nSoup.').named.has('petal.legal')).toBe(
      false,
    );
  });

  it('recognises a criterion under another id, which the model was never trained on', () => {
    const renamed = JSON.parse(
      JSON.stringify({ ...builtInPack, model: null }).replaceAll('petal.legal', 'petal.licensing'),
    ) as Pack;
    const pack = { ...renamed, model: builtInPack.model };
    expect(clear(`# Strategy\n\n## Legal\n\n${LEGAL}`, pack)).toContain(
      'petal.licensing.activities',
    );
  });

  it('takes nothing for specific in a document that speaks of organisations in general', () => {
    const general =
      'Organisations differ. Your organisation should name a lawyer who answers for licences.';
    const most = (markdown: string): number =>
      Math.max(...recognise(markdown).sightings.map(({ specific }) => specific));
    expect(most(`# Strategy\n\n${general}\n\n${general}\n\n${general}`)).toBe(0);
    expect(most(`# Strategy\n\n## Legal\n\n${LEGAL}`)).toBeGreaterThan(0.8);
  });
});
