import type { BlockFacts, FacetKey } from './blockFacts.ts';
import { type AskedFacet, featuresOf, relationsTo } from './facetFeatures.ts';
import type { Matrix, RecognitionModel } from './recognitionModel.ts';

/** What the model thinks of a block. */
export interface BlockProbabilities {
  /** By facet, in the order asked: whether the block meets it. */
  readonly facets: Float64Array;
  /** Whether it can be checked and speaks of this organisation. */
  readonly specific: number;
  /** Kept to tell which words carried a facet. */
  readonly hidden: Float64Array;
}

/**
 * How probably a block meets each facet: what the relation of its words to the facet says, and what
 * the network adds that has seen all its words together. A facet that the model was not trained on
 * has the relation alone.
 * @param facts of the block
 * @param asked the facets, in order
 * @param model to use
 */
export function facetProbabilities(
  facts: BlockFacts,
  asked: readonly AskedFacet[],
  model: RecognitionModel,
): BlockProbabilities {
  const features = knownFeatures(facts, model);
  const hidden = Float64Array.from(model.hiddenBias);
  for (const { row, value } of features) addRow(hidden, model.hidden, row, value);
  for (let unit = 0; unit < hidden.length; unit++) hidden[unit] = Math.max(0, hidden[unit] ?? 0);
  const outputs = Float64Array.from(model.outputBias);
  for (const { row, value } of features) addRow(outputs, model.direct, row, value);
  for (const [unit, value] of hidden.entries()) addRow(outputs, model.output, unit, value);
  const facets = Float64Array.from(asked, (facet) => {
    const column = model.facets.get(facet.key);
    const network = column === undefined ? 0 : (outputs[column] ?? 0);
    return probability(sharedLogit(facts, facet, model) + network);
  });
  return { facets, specific: probability(outputs[model.facets.size] ?? 0), hidden };
}

function sharedLogit(facts: BlockFacts, facet: AskedFacet, model: RecognitionModel): number {
  const relations = relationsTo(facts, facet, model.terms.get(facet.key));
  let logit = model.shared.at(-1) ?? 0;
  for (const [index, value] of relations.entries()) logit += value * (model.shared[index] ?? 0);
  return logit;
}

interface KnownFeature {
  readonly name: string;
  readonly row: number;
  readonly value: number;
}

function knownFeatures(facts: BlockFacts, model: RecognitionModel): readonly KnownFeature[] {
  return [...featuresOf(facts)].flatMap(([name, value]) => {
    const row = model.features.get(name);
    return row === undefined ? [] : [{ name, row, value }];
  });
}

function addRow(sum: Float64Array, { columns, values }: Matrix, row: number, factor: number): void {
  if (factor === 0) return;
  const start = row * columns;
  for (let column = 0; column < columns; column++) {
    sum[column] = (sum[column] ?? 0) + factor * (values[start + column] ?? 0);
  }
}

/** The logistic function. */
export function probability(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}

/** Words shown for a piece of evidence; more explain less. */
const MOST_WORDS = 6;
/** A word that adds less, in log odds, did not carry the verdict. */
const LEAST_CONTRIBUTION = 0.15;
/** The facet's own words count by their relation to it, beside what the network adds. */
const OWN_WORD = 1;

/**
 * The words of a block that carried a facet, the strongest first: its gradient times its input.
 * @param facts of the block
 * @param facet its key
 * @param hidden as `facetProbabilities` returned it
 * @param model that judged
 */
export function carryingWords(
  facts: BlockFacts,
  facet: FacetKey,
  hidden: Float64Array,
  model: RecognitionModel,
): readonly string[] {
  const column = model.facets.get(facet);
  const contributions = new Map<string, number>();
  const addWords = (words: ReadonlySet<string>, feature: string, key: FacetKey): void => {
    if (words.size === 0) return;
    const row = model.features.get(feature);
    const gain =
      row === undefined || column === undefined ? 0 : gradient(row, column, hidden, model);
    for (const word of words) {
      const own = key === facet ? OWN_WORD : 0;
      contributions.set(word, (contributions.get(word) ?? 0) + gain + own);
    }
  };
  for (const [key, { anywhere, ordinary }] of facts.terms) {
    addWords(anywhere, `anywhere:${key}`, key);
    addWords(ordinary, `ordinary:${key}`, key);
  }
  return [...contributions]
    .filter(([, contribution]) => contribution >= LEAST_CONTRIBUTION)
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, MOST_WORDS)
    .map(([word]) => word);
}

function gradient(
  row: number,
  column: number,
  hidden: Float64Array,
  { hidden: inward, output, direct }: RecognitionModel,
): number {
  let sum = direct.values[row * direct.columns + column] ?? 0;
  for (const [unit, value] of hidden.entries()) {
    if (value <= 0) continue;
    const into = inward.values[row * inward.columns + unit] ?? 0;
    sum += into * (output.values[unit * output.columns + column] ?? 0);
  }
  return sum;
}
