import { parseArgs } from 'node:util';
import { type NewDocumentScope, newDocument, newDocumentScopes } from '../core/pack/newDocument.ts';
import type { Pack } from '../core/pack/pack.ts';
import type { Outcome } from './reportCommand.ts';

/** A document to begin with, as asked for on the command line. */
export interface NewCommand {
  readonly name: 'new';
  readonly language: string;
  readonly scope: NewDocumentScope;
  readonly without: readonly string[];
}

/** What `--help` says of it. */
export const newUsage = `  ospo-strategy new [--language TAG] [--scope first|full|review] [--without ID,...]
      A strategy document to begin with, on standard output.
      --language  of its sections: en (default), de, zh-Hans, ...
      --scope     first (default): what a first strategy needs; full: every section;
                  review: what a review of an existing strategy asks
      --without   ids of sections to leave out, such as petal.legal
`;

/**
 * Reads the arguments behind `new`.
 * @param words as the shell passed them
 * @returns what is asked for, or what is wrong with it
 */
export function readNew(
  words: readonly string[],
):
  | NewCommand
  | { readonly name: 'help' }
  | { readonly name: 'unusable'; readonly message: string } {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: {
        language: { type: 'string', default: 'en' },
        scope: { type: 'string', default: 'first' },
        without: { type: 'string', default: '' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) return { name: 'help' };
    const scope = newDocumentScopes.find((each) => each === values.scope);
    if (scope === undefined) {
      const scopes = newDocumentScopes.join(', ');
      return {
        name: 'unusable',
        message: `There is no scope "${values.scope}". Scopes: ${scopes}.`,
      };
    }
    const without = values.without.split(',').flatMap((id) => id.trim() || []);
    return { name: 'new', language: values.language, scope, without };
  } catch (error) {
    return { name: 'unusable', message: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * The document, or what of the wish the pack does not have.
 * @param command the arguments
 * @param pack whose sections and languages count
 */
export function newCommand({ language, scope, without }: NewCommand, pack: Pack): Outcome {
  const tags = pack.languages.map((each) => each.language);
  const tag = tags.find((each) => each.toLowerCase() === language.toLowerCase());
  if (tag === undefined) {
    return unusable(`There is no language "${language}". Languages: ${tags.join(', ')}.`);
  }
  const unknown = without.find((id) => !pack.criteria.some((criterion) => criterion.id === id));
  if (unknown !== undefined) {
    return unusable(`There is no section "${unknown}". Sections are named like petal.legal.`);
  }
  const { plainText } = newDocument(pack, { language: tag, scope, without });
  return { output: plainText, errors: '', exitCode: 0 };
}

function unusable(message: string): Outcome {
  return { output: '', errors: `ospo-strategy: ${message}\n`, exitCode: 2 };
}
