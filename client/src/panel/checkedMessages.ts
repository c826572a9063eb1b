/**
 * Checks of what arrives in a message. Both ends use them: a page is no more to be trusted than any
 * other input, and a page trusts no sender either.
 */

/** Tells whether a value has the shape that a type says. */
export type Check<T> = (value: unknown) => value is T;

/** Longer texts than anyone sends. */
const longestText = 5_000_000;

export const isText: Check<string> = (value): value is string =>
  typeof value === 'string' && value.length <= longestText;

export const isFlag: Check<boolean> = (value) => typeof value === 'boolean';

/** A whole number from 0. */
export const isCount: Check<number> = (value): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

/** A text no longer than some characters. */
export function isTextOf(most: number): Check<string> {
  return (value): value is string => typeof value === 'string' && value.length <= most;
}

/** One of some texts. */
export function isOneOf<Choice extends string>(...choices: readonly Choice[]): Check<Choice> {
  return (value): value is Choice => choices.some((choice) => choice === value);
}

/** A list whose members all pass. */
export function isListOf<T>(isMember: Check<T>): Check<readonly T[]> {
  return (value): value is readonly T[] => Array.isArray(value) && value.every(isMember);
}

/** Null, or what passes. */
export function isNullOr<T>(isValue: Check<T>): Check<T | null> {
  return (value): value is T | null => value === null || isValue(value);
}

/** What passes, or nothing: for a key that may be left out. */
export function isOptional<T>(isValue: Check<T>): Check<T> {
  return (value): value is T => value === undefined || isValue(value);
}

/** An object with these keys; others are no matter. */
export function isRecordOf<T extends object>(
  shape: {
    readonly [Key in keyof T]-?: Check<T[Key]>;
  },
): Check<T> {
  const checks = Object.entries<Check<unknown>>(shape);
  return (value): value is T =>
    isRecord(value) && checks.every(([key, isValue]) => isValue(value[key]));
}

/** An object from texts to what passes. */
export function isMapOf<T>(isValue: Check<T>): Check<{ readonly [key: string]: T }> {
  return (value): value is { readonly [key: string]: T } =>
    isRecord(value) && Object.values(value).every(isValue);
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
