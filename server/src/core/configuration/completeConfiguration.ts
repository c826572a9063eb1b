import type { SourceRange } from '../document/strategyDocument.ts';
import type { Pack } from '../pack/pack.ts';
import { configurationShape } from './configurationShape.ts';
import { type CursorContext, jsonCursorContext, LIST, yamlCursorContext } from './cursorContext.ts';
import type { Shape } from './shapes.ts';

/** A word to write at a cursor. */
export interface ConfigurationProposal {
  readonly label: string;
  readonly description: string;
  readonly kind: 'key' | 'value';
  /** What is written in the place of `replaces`. */
  readonly newText: string;
  readonly replaces: SourceRange;
}

/**
 * What can be written at a cursor in a configuration file.
 * @param text of the file, which need not be whole
 * @param offset UTF-16, where the cursor is
 * @param isJson whether it is JSON
 * @param pack that is configured
 */
export function completeConfiguration(
  text: string,
  offset: number,
  isJson: boolean,
  pack: Pack,
): readonly ConfigurationProposal[] {
  const context = isJson ? jsonCursorContext(text, offset) : yamlCursorContext(text, offset);
  const shape = shapeAt(configurationShape(pack), context.path);
  if (shape === undefined) return [];
  const quote = isJson && !isInQuotes(text, offset) ? '"' : '';
  const propose = (
    kind: ConfigurationProposal['kind'],
    { value, description }: { readonly value: string; readonly description: string },
    behind: string,
  ): ConfigurationProposal => ({
    label: value,
    description,
    kind,
    newText: `${quote}${value}${quote}${behind}`,
    replaces: context.word,
  });
  const isList = shape.kind === 'list';
  if (isList && context.at === 'value' && !isJson) return [];
  const keys = context.at === 'key' || context.path.at(-1) === LIST ? keysOf(shape, context) : [];
  const behind = (value: Shape): string => (isJson ? (quote === '' ? '' : ': ') : behindKey(value));
  return [
    ...keys.map(({ value, choice }) => propose('key', choice, behind(value))),
    ...valuesOf(shape, context).map((choice) => propose('value', choice, '')),
  ];
}

/** JSON's text never runs over a line end: an odd number of quotes is open. */
function isInQuotes(text: string, offset: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return (line.match(/(?<!\\)"/g) ?? []).length % 2 === 1;
}

/** A list or mapping begins on the next line. */
function behindKey({ kind }: Shape): string {
  return kind === 'list' || kind === 'mapping' || kind === 'map' ? ':' : ': ';
}

/**
 * The shape of what stands at a path.
 * @param shape of the whole
 * @param path keys from the outside in; `[]` for an entry of a list
 */
export function shapeAt(shape: Shape, path: readonly string[]): Shape | undefined {
  return path.reduce<Shape | undefined>((outer, name) => {
    if (outer?.kind === 'list') return name === LIST ? outer.item : undefined;
    if (outer?.kind === 'map') return outer.value;
    if (outer?.kind === 'mapping') return outer.keys.find((key) => key.name === name)?.value;
    return undefined;
  }, shape);
}

function keysOf(
  shape: Shape,
  { siblings }: CursorContext,
): readonly { readonly choice: { value: string; description: string }; readonly value: Shape }[] {
  const all =
    shape.kind === 'mapping'
      ? shape.keys.map(({ name, description, value }) => ({
          choice: { value: name, description },
          value,
        }))
      : shape.kind === 'map'
        ? shape.keys.map((choice) => ({ choice, value: shape.value }))
        : [];
  return all.filter(({ choice }) => !siblings.includes(choice.value));
}

function valuesOf(
  shape: Shape,
  { at, path }: CursorContext,
): readonly { readonly value: string; readonly description: string }[] {
  if (at === 'key' && path.at(-1) !== LIST) return [];
  if (shape.kind === 'text') return shape.choices ?? [];
  if (shape.kind !== 'boolean') return [];
  return [
    { value: 'true', description: '' },
    { value: 'false', description: '' },
  ];
}
