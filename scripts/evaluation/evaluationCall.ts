import { parseArgs } from 'node:util';
import type { Grouping } from './figures.ts';
import type { Fault } from './labelFile.ts';

export interface EvaluationCall {
  readonly folder: string;
  /** The tables wanted: one, or all. */
  readonly groupings: readonly Grouping[];
  /** Whether the figures go into the page. */
  readonly write: boolean;
}

const GROUPINGS: readonly Grouping[] = ['criterion', 'language', 'document'];

export const USAGE = `Usage: npm run eval -- DIR [--by ${GROUPINGS.join('|')}] [--write]`;

/**
 * Reads the arguments behind the script's name.
 * @param words as the shell passed them
 * @returns the call, or what is wrong with it
 */
export function readEvaluationCall(words: readonly string[]): EvaluationCall | Fault {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { by: { type: 'string' }, write: { type: 'boolean', default: false } },
    });
    const [folder, ...rest] = positionals;
    if (folder === undefined) return { fault: 'Name the folder of a corpus.' };
    if (rest.length > 0) return { fault: `One folder at a time; "${rest[0]}" is one too many.` };
    const wanted = GROUPINGS.filter((by) => values.by === undefined || by === values.by);
    if (wanted.length === 0) return { fault: `There is no table by "${values.by}".` };
    return { folder, groupings: wanted, write: values.write };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}
