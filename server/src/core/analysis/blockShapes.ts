import type { Block, StrategyDocument } from '../document/strategyDocument.ts';
import type { FacetShape } from '../pack/pack.ts';
import { asksQuestion } from './asksQuestion.ts';

/** What the structure says about a block, beside its words. */
export interface BlockShape {
  /** It asks, it answers a question above it, it is a step. */
  readonly shapes: ReadonlySet<FacetShape>;
  /** It is one of several questions with their answers: no heading has to say so. */
  readonly isQuestionAndAnswer: boolean;
}

const ASKS_THEN_TELLS = /^[^.!?。！？]{8,}[?？][»"'”’)）*_\s]*\S.{20,}/su;
/** A strategy may ask itself a few questions ("Why open source?"); this many make a list of them. */
const QUESTIONS_TO_TELL = 4;

/**
 * The shape of every block.
 * @param document to read
 * @returns by block index
 */
export function blockShapes(document: StrategyDocument): readonly BlockShape[] {
  const asking = document.sections.filter(({ heading }) => asksQuestion(heading?.text ?? ''));
  const answeredHere = new Map<number, number>();
  for (const { section, text } of document.blocks) {
    if (ASKS_THEN_TELLS.test(text)) answeredHere.set(section, (answeredHere.get(section) ?? 0) + 1);
  }
  return document.blocks.map((block, index) => {
    const heading = document.sections[block.section]?.heading?.text ?? '';
    const isUnderQuestion = asksQuestion(heading) && asking.length >= QUESTIONS_TO_TELL;
    const answersItself =
      ASKS_THEN_TELLS.test(block.text) &&
      (answeredHere.get(block.section) ?? 0) >= QUESTIONS_TO_TELL;
    return {
      shapes: shapesOf(block, heading, document.blocks[index - 1], answersItself),
      isQuestionAndAnswer: isUnderQuestion || answersItself,
    };
  });
}

function shapesOf(
  block: Block,
  heading: string,
  before: Block | undefined,
  answersItself: boolean,
): ReadonlySet<FacetShape> {
  const shapes = new Set<FacetShape>();
  const label = block.label?.text ?? '';
  const asks = asksQuestion(block.text);
  const isAskedBefore = before?.section === block.section && asksQuestion(before.text);
  const follows = asksQuestion(heading) || asksQuestion(label) || isAskedBefore;
  if (asks || answersItself || asksQuestion(label) || asksQuestion(heading)) shapes.add('question');
  if (!asks && (follows || answersItself)) shapes.add('answer');
  if (block.kind === 'list-item' && block.ordered) shapes.add('step');
  return shapes;
}
