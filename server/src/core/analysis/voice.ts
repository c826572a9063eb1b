import type { BlockReading } from './blockReading.ts';

/** A single such block is chance in a short document. */
const BLOCKS_OF_A_GUIDE = 2;
/** Below one block in twelve, a strategy may speak of organisations in general by chance. */
const SHARE_OF_A_GUIDE = 0.08;

/** Who a document speaks of, in blocks of prose. */
export interface Voice {
  /** The organisation that wrote it, and no other. */
  readonly own: number;
  /** Organisations in general, or the reader's. */
  readonly general: number;
  readonly all: number;
}

/**
 * Counts who a document speaks of.
 * @param readings of its blocks, with the signals `organisation` and `generic`
 */
export function voiceOf(readings: readonly BlockReading[]): Voice {
  let own = 0;
  let general = 0;
  let all = 0;
  for (const { sentences, signals } of readings) {
    if (sentences.length === 0) continue;
    all++;
    // A block with both ("as many organisations do, we ...") tells nothing about the whole.
    if (signals.has('generic') && !signals.has('organisation')) general++;
    if (signals.has('organisation') && !signals.has('generic')) own++;
  }
  return { own, general, all };
}

/**
 * Whether a document speaks of organisations in general, or to its reader's, rather than of the one
 * that wrote it. What such a guide says answers nothing about anybody's own strategy.
 * @param readings of the document's blocks, with the signals `organisation` and `generic`
 */
export function speaksInGeneral(readings: readonly BlockReading[]): boolean {
  const { own, general, all } = voiceOf(readings);
  return general >= Math.max(BLOCKS_OF_A_GUIDE, all * SHARE_OF_A_GUIDE) && general > own;
}
