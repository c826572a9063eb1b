import { ErrorCodes, type Position, type Range, ResponseError } from 'vscode-languageserver';
import { valueAt } from './clientSupport.ts';

/**
 * Reading of request parameters. A client may send anything; whatever does not fit is answered
 * with `InvalidParams` and a sentence that names the parameter.
 */

/**
 * @param params the request's parameters
 * @param path where the string stands
 * @throws ResponseError (InvalidParams) where there is no string
 */
export function stringParam(params: unknown, ...path: string[]): string {
  const value = valueAt(params, path);
  if (typeof value !== 'string') throw invalid(path, 'a string');
  return value;
}

/**
 * @param params the request's parameters
 * @param path where the text stands
 * @returns the text, or null where the client sent null or nothing
 * @throws ResponseError (InvalidParams) where there is something else
 */
export function nullableStringParam(params: unknown, ...path: string[]): string | null {
  if (typeof params !== 'object' || params === null) throw invalid(path, 'a string or null');
  const value = valueAt(params, path);
  if (value === undefined || value === null) return null;
  if (typeof value !== 'string') throw invalid(path, 'a string or null');
  return value;
}

/**
 * @param params the request's parameters
 * @param choices what it may be
 * @param path where the choice stands
 * @throws ResponseError (InvalidParams) where there is something else
 */
export function choiceParam<Choice extends string>(
  params: unknown,
  choices: readonly Choice[],
  ...path: string[]
): Choice {
  const value = valueAt(params, path);
  const chosen = choices.find((choice) => choice === value);
  if (chosen === undefined) throw invalid(path, `one of: ${choices.join(', ')}`);
  return chosen;
}

/**
 * @param params the request's parameters
 * @param path where the number stands
 * @returns the number, or null where the client sent null or nothing
 * @throws ResponseError (InvalidParams) where there is something else than a line
 */
export function nullableLineParam(params: unknown, ...path: string[]): number | null {
  const value = valueAt(params, path);
  if (value === undefined || value === null) return null;
  if (!Number.isSafeInteger(value) || Number(value) < 0) throw invalid(path, 'a line or null');
  return Number(value);
}

/**
 * @param params the request's parameters
 * @param path where the boolean stands
 * @throws ResponseError (InvalidParams) where there is no boolean
 */
export function booleanParam(params: unknown, ...path: string[]): boolean {
  const value = valueAt(params, path);
  if (typeof value !== 'boolean') throw invalid(path, 'true or false');
  return value;
}

/**
 * @param params the request's parameters
 * @param path where the position stands
 * @throws ResponseError (InvalidParams) where there are no two whole, non-negative numbers
 */
export function positionParam(params: unknown, ...path: string[]): Position {
  const number = (part: string): number => {
    const found = valueAt(params, [...path, part]);
    if (!Number.isSafeInteger(found) || Number(found) < 0) throw invalid(path, 'a position');
    return Number(found);
  };
  return { line: number('line'), character: number('character') };
}

/**
 * @param params the request's parameters
 * @param path where the range stands
 * @throws ResponseError (InvalidParams) where there is no range of whole, non-negative numbers
 */
export function rangeParam(params: unknown, ...path: string[]): Range {
  const value = valueAt(params, path);
  const number = (edge: string, part: string): number => {
    const found = valueAt(value, [edge, part]);
    if (!Number.isSafeInteger(found) || Number(found) < 0) throw invalid(path, 'a range');
    return Number(found);
  };
  return {
    start: { line: number('start', 'line'), character: number('start', 'character') },
    end: { line: number('end', 'line'), character: number('end', 'character') },
  };
}

function invalid(path: readonly string[], expected: string): ResponseError<void> {
  const message = `The parameter "${path.join('.')}" has to be ${expected}.`;
  return new ResponseError(ErrorCodes.InvalidParams, message);
}
