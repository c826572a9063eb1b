import { DocumentReader } from './documentReader.ts';
import type { StrategyDocument } from './strategyDocument.ts';

/**
 * Reads a Markdown text into the document model. Takes the text exactly as the file has it; never
 * throws: what is wrong with the text is in `problems`.
 */
export function readDocument(text: string): StrategyDocument {
  return new DocumentReader().read(text);
}
