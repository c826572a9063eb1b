import { type BlockReading, signalsOf } from './blockReading.ts';

/** One block in twelve that speaks of organisations in general may be chance in a strategy. */
const SHARE_OF_A_GUIDE = 0.08;
/** A guide speaks of others at least twice as often as of itself. */
const OFTENER_THAN_OF_ITSELF = 2;

/**
 * Whether a document speaks of organisations in general, or to its reader's, rather than of the one
 * that wrote it. What such a guide says answers nothing about anybody's own strategy.
 * @param readings of the document's blocks, with the signals `organisation` and `generic`
 */
export function speaksInGeneral(readings: readonly BlockReading[]): boolean {
  let own = 0;
  let general = 0;
  let all = 0;
  for (const { sentences } of readings) {
    if (sentences.length === 0) continue;
    const signals = signalsOf(sentences);
    all++;
    if (signals.has('generic')) general++;
    else if (signals.has('organisation')) own++;
  }
  return general >= all * SHARE_OF_A_GUIDE && general >= OFTENER_THAN_OF_ITSELF * Math.max(1, own);
}
