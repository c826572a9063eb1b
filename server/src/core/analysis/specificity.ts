import type { Block } from '../document/strategyDocument.ts';
import { type SentenceReading, signalsOf } from './blockReading.ts';
import { normaliseText } from './normaliseText.ts';

/** A name inside a sentence: a capital, or a capital within a word, that no sentence's start explains. */
const NAME = /(?<=[\p{Ll}\p{N},:(]\s)\p{Lu}[\p{L}\p{N}.+-]+|\p{Ll}\p{Lu}\p{L}|\p{Lu}{2,}/gu;
const NUMBER = /\p{Nd}/u;
const QUOTED_NAME = /[《「『“][^》」』”]{2,40}[》」』”]/u;
/** Fewer characters (CJK counted twice) say a word, not a fact. */
const SHORTEST_FACT = 40;

/**
 * Whether a statement can be checked: it has names, numbers, dates, roles, commitments or addresses,
 * and is long enough to say something about them.
 * @param sentences those of the block that count
 * @param block that they stand in
 */
export function isSpecific(sentences: readonly SentenceReading[], block: Block): boolean {
  const text = sentences.map((sentence) => sentence.text).join(' ');
  const wide = text.match(/[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]/g)?.length ?? 0;
  if (text.length + wide < SHORTEST_FACT && block.cells === undefined) return false;
  const signals = signalsOf(sentences);
  const signs = [
    hasName(text, block, subjectsOf(sentences)),
    NUMBER.test(text) || signals.has('time'),
    block.links.length > 0,
  ].filter(Boolean).length;
  const isOurs = signals.has('role') || signals.has('organisation') || signals.has('commitment');
  return signs >= 2 || (signs === 1 && (isOurs || block.cells !== undefined));
}

/** A label in capitals ("**LEGAL:**") names its topic, not a thing; nor does the subject's own acronym. */
function hasName(text: string, block: Block, subjects: ReadonlySet<string>): boolean {
  const said = block.label === undefined ? text : text.replace(block.label.text, '');
  if (QUOTED_NAME.test(said)) return true;
  return (said.match(NAME) ?? []).some((name) => !subjects.has(normaliseText(name)));
}

function subjectsOf(sentences: readonly SentenceReading[]): ReadonlySet<string> {
  const words = sentences.flatMap(({ letters, hits }) =>
    hits
      .filter(({ use }) => use.kind === 'signal' && use.signal === 'subject')
      .map(({ start, end }) => letters.slice(start, end)),
  );
  return new Set(words);
}
