/**
 * What a value in a configuration may be, as data: from one definition come the check, the JSON
 * Schema, the completion and the hover.
 */
export type Shape = TextShape | BooleanShape | NumberShape | ListShape | MappingShape | MapShape;

/** A word to choose, with what it means. */
export interface Choice {
  readonly value: string;
  readonly description: string;
}

export interface TextShape {
  readonly kind: 'text';
  /** Where only some words are known. */
  readonly choices?: readonly Choice[];
  /** True where another word than the known ones may stand, such as a path. */
  readonly isOpen?: boolean;
  /** How a free text has to look, in words for the message and as a pattern for the schema. */
  readonly form?: { readonly pattern: string; readonly says: string };
}

export interface BooleanShape {
  readonly kind: 'boolean';
}

export interface NumberShape {
  readonly kind: 'number';
  readonly least: number;
  readonly most: number;
}

export interface ListShape {
  readonly kind: 'list';
  readonly item: Shape;
}

/** Known keys, each with a value of its own. */
export interface MappingShape {
  readonly kind: 'mapping';
  readonly keys: readonly KeyShape[];
}

export interface KeyShape {
  readonly name: string;
  readonly description: string;
  readonly value: Shape;
  readonly isRequired?: boolean;
}

/** Keys to choose from a list of names, all with the same kind of value. */
export interface MapShape {
  readonly kind: 'map';
  readonly keys: readonly Choice[];
  readonly value: Shape;
}

/**
 * What a shape asks for, in words.
 * @param shape any
 */
export function shapeInWords(shape: Shape): string {
  switch (shape.kind) {
    case 'text':
      return shape.choices === undefined || shape.isOpen === true
        ? 'text'
        : `one of: ${shape.choices.map(({ value }) => value).join(', ')}`;
    case 'boolean':
      return 'true or false';
    case 'number':
      return `a whole number from ${shape.least} to ${shape.most}`;
    case 'list':
      return 'a list: a line with "- " for each entry';
    case 'mapping':
      return `keys with values: ${shape.keys.map(({ name }) => name).join(', ')}`;
    case 'map':
      return 'names with values, one a line';
  }
}
