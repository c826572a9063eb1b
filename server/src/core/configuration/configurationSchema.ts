import type { Pack } from '../pack/pack.ts';
import { configurationShape } from './configurationShape.ts';
import type { Choice, MappingShape, Shape, TextShape } from './shapes.ts';

/** A JSON Schema, as far as it is made here. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/**
 * The JSON Schema of a configuration, for editors that complete and check by one.
 * @param pack that is configured
 */
export function configurationSchema(pack: Pack): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'OSPO Strategy configuration (.ospo-strategy.yaml)',
    description: `What an organisation changes of ${pack.title.en}, and which documents are its strategies.`,
    ...schemaOf(configurationShape(pack)),
  };
}

function schemaOf(shape: Shape): JsonSchema {
  switch (shape.kind) {
    case 'text':
      return textSchema(shape);
    case 'boolean':
      return { type: 'boolean' };
    case 'number':
      return { type: 'integer', minimum: shape.least, maximum: shape.most };
    case 'list':
      return { type: 'array', items: schemaOf(shape.item) };
    case 'mapping':
      return mappingSchema(shape);
    case 'map': {
      const properties = shape.keys.map(({ value, description }) => [
        value,
        { description, ...schemaOf(shape.value) },
      ]);
      return {
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(properties),
      };
    }
  }
}

function textSchema({ choices, isOpen, form }: TextShape): JsonSchema {
  const known = choices === undefined ? undefined : choiceSchema(choices);
  const open = { type: 'string', ...(form === undefined ? {} : { pattern: form.pattern }) };
  if (known === undefined) return open;
  return isOpen === true ? { anyOf: [known, open] } : known;
}

function choiceSchema(choices: readonly Choice[]): JsonSchema {
  return {
    type: 'string',
    enum: choices.map(({ value }) => value),
    enumDescriptions: choices.map(({ description }) => description),
  };
}

function mappingSchema({ keys }: MappingShape): JsonSchema {
  const properties = keys.map(({ name, description, value }) => [
    name,
    { description, ...schemaOf(value) },
  ]);
  const required = keys.filter(({ isRequired }) => isRequired === true).map(({ name }) => name);
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(properties),
    ...(required.length > 0 ? { required } : {}),
  };
}
