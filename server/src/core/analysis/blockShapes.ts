import type { Block, StrategyDocument } from '../document/strategyDocument.ts';
import type { FacetShape } from '../pack/pack.ts';

const ASKS = /[?？]["'”’)）]*$/u;

/**
 * What the structure says about each block, beside its words: it asks, it answers a question above
 * it, it is a step, it links to a document.
 * @param document to read
 * @returns by block index
 */
export function blockShapes(document: StrategyDocument): readonly ReadonlySet<FacetShape>[] {
  return document.blocks.map((block, index) => {
    const shapes = new Set<FacetShape>();
    const isQuestion = ASKS.test(block.text) || ASKS.test(block.label?.text ?? '');
    if (isQuestion) shapes.add('question');
    if (!ASKS.test(block.text) && followsQuestion(block, index, document)) shapes.add('answer');
    if (block.kind === 'list-item' && block.ordered) shapes.add('step');
    if (block.links.length > 0) shapes.add('link');
    return shapes;
  });
}

/** Its heading asks, its own label asks, or the block right before it in the section does. */
function followsQuestion(block: Block, index: number, document: StrategyDocument): boolean {
  const heading = document.sections[block.section]?.heading?.text ?? '';
  const before = document.blocks[index - 1];
  const isAskedBefore = before?.section === block.section && ASKS.test(before.text);
  return ASKS.test(heading) || ASKS.test(block.label?.text ?? '') || isAskedBefore;
}
