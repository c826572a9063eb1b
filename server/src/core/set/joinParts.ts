import { type BlockReading, readBlocks } from '../analysis/blockReading.ts';
import { declaredSections } from '../analysis/directives/authorsWord.ts';
import { readDirectives } from '../analysis/directives/readDirectives.ts';
import type { SeenInBlock } from '../analysis/facetSighting.ts';
import { packVocabulary } from '../analysis/packVocabulary.ts';
import { type Recognition, recogniseFacets } from '../analysis/recogniseFacets.ts';
import { sectionCriteria } from '../analysis/sectionCriteria.ts';
import type { SourceRange, StrategyDocument } from '../document/strategyDocument.ts';
import type { Pack } from '../pack/pack.ts';
import type { EvidencePlace } from '../report/coverageReport.ts';
import { lineSpan } from '../report/lineSpan.ts';
import type { SetPart } from './strategySet.ts';

/** What was seen in all files of a set, block by block: those of the index first. */
export interface JoinedRecognition extends Recognition {
  /** By block index: where the block stands. */
  readonly places: readonly EvidencePlace[];
}

/**
 * What was seen in an index and in its parts, as if they were one document.
 * @param index that stands for the whole
 * @param own what was seen in it
 * @param parts of the set; each is recognised once, however often the index changes
 * @param pack with vocabulary and model
 */
export function joinParts(
  index: StrategyDocument,
  own: Recognition,
  parts: readonly SetPart[],
  pack: Pack,
): JoinedRecognition {
  if (parts.length === 0) return { ...own, places: index.blocks };
  const seen = [...own.seen];
  const named = new Set(own.named);
  const eligibility = [...own.eligibility];
  const places: EvidencePlace[] = index.blocks.map(({ range }) => ({ range }));
  for (const { path, document, ranges } of parts) {
    const recognition = recognitionOf(document, pack);
    const counts = document.blocks.map(({ range }) => isWithin(range, ranges));
    const counted = recognition.seen.map((block, index) => (counts[index] ? block : NOTHING_SEEN));
    const criteria = new Set(counted.flatMap((block) => [...block.keys()]));
    seen.push(...counted);
    for (const id of recognition.named) {
      if (ranges === undefined || criteria.has(id)) named.add(id);
    }
    for (const [block, text] of recognition.eligibility.entries()) {
      eligibility.push(counts[block] === true ? text : { eligible: false, because: 'not-prose' });
    }
    for (const { range } of document.blocks) {
      places.push({ path, range, lines: lineSpan(document.lineStarts, range) });
    }
  }
  return { seen, named, eligibility, places };
}

const NOTHING_SEEN: SeenInBlock = new Map();

function isWithin(range: SourceRange, ranges: readonly SourceRange[] | undefined): boolean {
  return (
    ranges === undefined ||
    ranges.some(({ start, end }) => start <= range.start && range.end <= end)
  );
}

const known = new WeakMap<Pack, WeakMap<StrategyDocument, Recognition>>();

function recognitionOf(document: StrategyDocument, pack: Pack): Recognition {
  let byDocument = known.get(pack);
  if (byDocument === undefined) {
    byDocument = new WeakMap();
    known.set(pack, byDocument);
  }
  let recognition = byDocument.get(document);
  if (recognition === undefined) {
    recognition = recognise(document, pack);
    byDocument.set(document, recognition);
  }
  return recognition;
}

function recognise(document: StrategyDocument, pack: Pack): Recognition {
  const vocabulary = packVocabulary(pack);
  const readings: readonly BlockReading[] = readBlocks(document, vocabulary);
  const declared = declaredSections(readDirectives(document, pack));
  const sections = sectionCriteria(document, vocabulary, declared);
  return recogniseFacets(document, readings, sections, pack);
}
