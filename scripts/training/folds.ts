import { seededRandom } from './seededRandom.ts';

/** How many parts the texts are cut into; each is judged by a model that has not seen it. */
export const FOLDS = 5;

/**
 * The fold of every text, always the same.
 * @param texts how many
 */
export function foldsOf(texts: number): (text: number) => number {
  const random = seededRandom(5);
  const folds = Array.from({ length: texts }, () => Math.floor(random() * FOLDS));
  return (text) => folds[text] ?? 0;
}
