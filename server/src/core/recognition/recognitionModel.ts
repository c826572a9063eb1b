import type { FacetKey } from './blockFacts.ts';

/** A matrix of small integers: row by row, base64 of one signed byte a number, times `scale`. */
export interface MatrixData {
  readonly columns: number;
  readonly scale: number;
  readonly data: string;
}

/** What the words of a facet weigh, as stored: words by their log odds in tenths. */
export interface TermWeightsData {
  readonly anyAnywhere: number;
  readonly anyOrdinary: number;
  readonly anywhere: { readonly [tenths: string]: readonly string[] };
  readonly ordinary: { readonly [tenths: string]: readonly string[] };
}

/** How sums over a document become a level. */
export interface LevelWeights {
  /** Of the sums that `levelSums` makes; none is negative, so that no addition lowers a level. */
  readonly weights: readonly number[];
  /** Where "partial" begins, and how much further "answered". */
  readonly partial: number;
  readonly step: number;
  /** By criterion id: how readily its answers are seen, and its own addition to the step. */
  readonly criteria: { readonly [criterion: string]: readonly [number, number] };
}

/**
 * What `npm run train` has learned, as data: plain numbers, reproducible from `server/training/`.
 */
export interface RecognitionModelData {
  readonly facets: readonly FacetKey[];
  /** In the order of the rows of `hidden` and `direct`. */
  readonly features: readonly string[];
  /** By relation, in the order of `RELATIONS`; the last number stands alone. */
  readonly shared: readonly number[];
  /** By facet. */
  readonly terms: { readonly [facet: FacetKey]: TermWeightsData };
  readonly hidden: MatrixData;
  readonly hiddenBias: readonly number[];
  /** One column a facet, and a last one for "specific, and about this organisation". */
  readonly output: MatrixData;
  readonly direct: MatrixData;
  readonly outputBias: readonly number[];
  readonly levels: LevelWeights;
}

/** What the words of a facet weigh, in log odds. */
export interface TermWeights {
  /** Of a word that was never seen in training. */
  readonly anyAnywhere: number;
  readonly anyOrdinary: number;
  readonly anywhere: ReadonlyMap<string, number>;
  readonly ordinary: ReadonlyMap<string, number>;
}

/** A matrix ready to multiply: row by row. */
export interface Matrix {
  readonly columns: number;
  readonly values: Float64Array;
}

/** The model ready to use. */
export interface RecognitionModel {
  /** Column by facet. */
  readonly facets: ReadonlyMap<FacetKey, number>;
  /** Row by feature. */
  readonly features: ReadonlyMap<string, number>;
  readonly shared: readonly number[];
  readonly terms: ReadonlyMap<FacetKey, TermWeights>;
  readonly hidden: Matrix;
  readonly hiddenBias: readonly number[];
  readonly output: Matrix;
  readonly direct: Matrix;
  readonly outputBias: readonly number[];
  readonly levels: LevelWeights;
}

const unpacked = new WeakMap<RecognitionModelData, RecognitionModel>();

/**
 * The model of some data, unpacked at first use and kept as long as the data is.
 * @param data as `npm run train` wrote it
 */
export function recognitionModel(data: RecognitionModelData): RecognitionModel {
  let model = unpacked.get(data);
  if (model === undefined) {
    model = unpack(data);
    unpacked.set(data, model);
  }
  return model;
}

function unpack(data: RecognitionModelData): RecognitionModel {
  return {
    facets: positions(data.facets),
    features: positions(data.features),
    shared: data.shared,
    terms: new Map(
      Object.entries(data.terms).map(([facet, weights]) => [facet, unpackTerms(weights)]),
    ),
    hidden: unpackMatrix(data.hidden),
    hiddenBias: data.hiddenBias,
    output: unpackMatrix(data.output),
    direct: unpackMatrix(data.direct),
    outputBias: data.outputBias,
    levels: data.levels,
  };
}

function positions(names: readonly string[]): ReadonlyMap<string, number> {
  return new Map(names.map((name, index) => [name, index]));
}

/**
 * The weights of a facet's words, ready to look up.
 * @param weights as stored
 */
export function unpackTerms(weights: TermWeightsData): TermWeights {
  const inLogOdds = (words: TermWeightsData['anywhere']): ReadonlyMap<string, number> =>
    new Map(
      Object.entries(words).flatMap(([tenths, list]) =>
        list.map((word) => [word, Number(tenths) / 10] as const),
      ),
    );
  return {
    anyAnywhere: weights.anyAnywhere / 10,
    anyOrdinary: weights.anyOrdinary / 10,
    anywhere: inLogOdds(weights.anywhere),
    ordinary: inLogOdds(weights.ordinary),
  };
}

function unpackMatrix({ columns, scale, data }: MatrixData): Matrix {
  // `atob` is in Node.js, in browsers and in workers; a Buffer is not.
  const bytes = atob(data);
  const values = new Float64Array(bytes.length);
  for (let index = 0; index < bytes.length; index++) {
    const byte = bytes.charCodeAt(index);
    values[index] = (byte > 127 ? byte - 256 : byte) * scale;
  }
  return { columns, values };
}
