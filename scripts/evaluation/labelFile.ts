/** Reads label files: what a reader said about a document of the corpus. */

import type { LineSpan } from '../../server/src/core/report/lineSpan.ts';
import { type CoverageLevel, LEVELS } from './agreement.ts';

export interface CriterionLabel {
  readonly level: CoverageLevel;
  /** Lines from 1, both ends inclusive. */
  readonly evidence: readonly LineSpan[];
}

export type CriterionLabels = ReadonlyMap<string, CriterionLabel>;

export interface DocumentLabel {
  readonly isStrategy: boolean;
  readonly language: string;
  /** By criterion id; absent where the document is labelled for detection only. */
  readonly criteria?: CriterionLabels;
}

/** What is wrong with a file, and what to do about it, in a sentence. */
export interface Fault {
  readonly fault: string;
}

/**
 * Reads `labels/<id>.json`.
 * @param text the file's
 */
export function readLabel(text: string): DocumentLabel | Fault {
  const label = readObject(text);
  if (isFault(label)) return label;
  const { isStrategy, language = 'en', criteria } = label;
  if (typeof isStrategy !== 'boolean') {
    return { fault: 'isStrategy is missing; write true or false.' };
  }
  if (typeof language !== 'string') {
    return { fault: 'language is no text; write a tag such as "en".' };
  }
  if (criteria === undefined) return { isStrategy, language };
  const read = readCriteria(criteria);
  return isFault(read) ? read : { isStrategy, language, criteria: read };
}

/**
 * Reads `labels2/<id>.json`, a second reader's.
 * @param text the file's
 */
export function readSecondReading(text: string): CriterionLabels | Fault {
  const label = readObject(text);
  if (isFault(label)) return label;
  return readCriteria(label.criteria ?? {});
}

/** Whether reading failed. */
export function isFault(value: object): value is Fault {
  return 'fault' in value && typeof value.fault === 'string';
}

type JsonObject = { readonly [key: string]: unknown };

function readObject(text: string): JsonObject | Fault {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { fault: `it is not JSON (${why}); mend its syntax or remove it.` };
  }
  return isObject(value) ? value : { fault: 'it is no JSON object; write {"isStrategy": ...}.' };
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readCriteria(value: unknown): CriterionLabels | Fault {
  if (!isObject(value)) return { fault: 'criteria is no object; write criterion ids as its keys.' };
  const labels = new Map<string, CriterionLabel>();
  for (const [id, entry] of Object.entries(value)) {
    const label = readCriterion(entry);
    if (isFault(label)) return { fault: `criteria, ${id}: ${label.fault}` };
    labels.set(id, label);
  }
  return labels;
}

function readCriterion(value: unknown): CriterionLabel | Fault {
  if (!isObject(value)) return { fault: 'write {"level": ..., "evidence": [[first, last]]}.' };
  const level = LEVELS.find((known) => known === value.level);
  if (level === undefined) {
    return {
      fault: `there is no level ${JSON.stringify(value.level)}; write ${LEVELS.join(', ')}.`,
    };
  }
  const ranges: unknown = value.evidence ?? [];
  if (!Array.isArray(ranges) || !ranges.every(isRange)) {
    return { fault: 'evidence is no list of lines; write [[first, last]].' };
  }
  return { level, evidence: ranges.map(([startLine, endLine]) => ({ startLine, endLine })) };
}

function isRange(value: unknown): value is [number, number] {
  return Array.isArray(value) && value.length === 2 && value.every(Number.isInteger);
}
