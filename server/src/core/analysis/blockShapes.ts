import type { Block, StrategyDocument } from '../document/strategyDocument.ts';
import type { FacetShape } from '../pack/pack.ts';
import { asksQuestion } from './asksQuestion.ts';
import { BlockMemo } from './blockMemo.ts';

/** What the structure says about a block, beside its words. */
export interface BlockShape {
  /** Tells one shape from another: 0 to `SHAPES - 1`. */
  readonly index: number;
  /** It asks, it answers a question above it, it is a step. */
  readonly shapes: ReadonlySet<FacetShape>;
  /** It is one of several questions with their answers: no heading has to say so. */
  readonly isQuestionAndAnswer: boolean;
}

const ASKS_THEN_TELLS = /^[^.!?。！？]{8,}[?？][»"'”’)）*_\s]*\S.{20,}/su;
/** A strategy may ask itself a few questions ("Why open source?"); this many make a list of them. */
const QUESTIONS_TO_TELL = 4;

/** What a block's own text asks. */
interface Asking {
  readonly asks: boolean;
  readonly asksThenTells: boolean;
  readonly labelAsks: boolean;
}

const askings = new BlockMemo<Asking>();

function askingOf({ text, label }: Block): Asking {
  return {
    asks: asksQuestion(text),
    asksThenTells: ASKS_THEN_TELLS.test(text),
    labelAsks: asksQuestion(label?.text ?? ''),
  };
}

/**
 * The shape of every block.
 * @param document to read
 * @returns by block index
 */
export function blockShapes(document: StrategyDocument): readonly BlockShape[] {
  const headingAsks = document.sections.map(({ heading }) => asksQuestion(heading?.text ?? ''));
  const hasManyQuestions = headingAsks.filter(Boolean).length >= QUESTIONS_TO_TELL;
  const own = document.blocks.map((block, index) =>
    askings.of(document.origins[index], askings, undefined, undefined, () => askingOf(block)),
  );
  const answeredHere = new Map<number, number>();
  for (const [index, { section }] of document.blocks.entries()) {
    if (!own[index]?.asksThenTells) continue;
    answeredHere.set(section, (answeredHere.get(section) ?? 0) + 1);
  }
  return document.blocks.map((block, index) => {
    const { section } = block;
    const isUnderQuestion = headingAsks[section] === true;
    const answersItself =
      own[index]?.asksThenTells === true && (answeredHere.get(section) ?? 0) >= QUESTIONS_TO_TELL;
    const isAskedBefore =
      document.blocks[index - 1]?.section === section && own[index - 1]?.asks === true;
    const asks = own[index]?.asks === true;
    const isAnnounced = isUnderQuestion || own[index]?.labelAsks === true;
    return shapeOf(
      asks || answersItself || isAnnounced,
      !asks && (isAnnounced || isAskedBefore || answersItself),
      block.kind === 'list-item' && block.ordered === true,
      (isUnderQuestion && hasManyQuestions) || answersItself,
    );
  });
}

/** How many shapes there are: each is made once. */
export const SHAPES = 16;

const ALL_SHAPES: readonly BlockShape[] = Array.from({ length: SHAPES }, (_, index) => {
  const shapes: FacetShape[] = [];
  if (index & 1) shapes.push('question');
  if (index & 2) shapes.push('answer');
  if (index & 4) shapes.push('step');
  return { index, shapes: new Set(shapes), isQuestionAndAnswer: (index & 8) > 0 };
});

function shapeOf(
  question: boolean,
  answer: boolean,
  step: boolean,
  isQuestionAndAnswer: boolean,
): BlockShape {
  const index =
    Number(question) + 2 * Number(answer) + 4 * Number(step) + 8 * Number(isQuestionAndAnswer);
  return ALL_SHAPES[index] ?? NO_SHAPE;
}

const NO_SHAPE: BlockShape = { index: 0, shapes: new Set(), isQuestionAndAnswer: false };
