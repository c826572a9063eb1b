import { parseArgs } from 'node:util';
import { type NewCommand, newUsage, readNew } from './newCommand.ts';

/** What the user asked for, or what is wrong with it. */
export type Command =
  | {
      readonly name: 'report';
      readonly paths: readonly string[];
      readonly format: ReportFormat;
      readonly all: boolean;
      /** A file to write to, instead of standard output. */
      readonly output?: string;
    }
  | NewCommand
  | { readonly name: 'server' }
  | { readonly name: 'help' }
  | { readonly name: 'version' }
  | { readonly name: 'unusable'; readonly message: string };

export type ReportFormat = 'text' | 'json' | 'html' | 'svg' | 'markdown';
const FORMATS: readonly string[] = [
  'text',
  'json',
  'html',
  'svg',
  'markdown',
] satisfies ReportFormat[];

/** What `--help` prints. */
export const usage = `Usage:
  ospo-strategy report [--format FORMAT] [--output FILE] [--all] PATH...
      What each strategy document answers, thinly answers and leaves out, with the lines.
      PATH is a Markdown file, or a folder whose Markdown files are meant.
      --format   text (default) for people, json for programs, html as a page that needs no
                 other file, markdown for a wiki, svg for the picture of one document's flower
      --output   write to FILE instead of standard output
      --all      analyse also what does not look like a strategy document
${newUsage}  ospo-strategy server --stdio
      The language server, for any editor.
  ospo-strategy --help | --version

Exit codes: 0 all was read; 1 a file could not be read; 2 the call cannot be understood.
`;

/**
 * Reads the arguments behind the program's name.
 * @param words as the shell passed them
 */
export function readArguments(words: readonly string[]): Command {
  const [command, ...rest] = words;
  if (command === undefined || command === 'help' || command === '--help' || command === '-h') {
    return { name: 'help' };
  }
  if (command === '--version') return { name: 'version' };
  if (command === 'report') return readReport(rest);
  if (command === 'new') return readNew(rest);
  if (command === 'server') return readServer(rest);
  return {
    name: 'unusable',
    message: `There is no command "${command}". Commands: report, new, server.`,
  };
}

function readReport(words: readonly string[]): Command {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        format: { type: 'string', default: 'text' },
        all: { type: 'boolean', default: false },
        output: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) return { name: 'help' };
    if (!isFormat(values.format)) {
      const message = `There is no format "${values.format}". Formats: ${FORMATS.join(', ')}.`;
      return { name: 'unusable', message };
    }
    if (positionals.length === 0) {
      return { name: 'unusable', message: 'Name at least one Markdown file or folder.' };
    }
    const { format, all, output } = values;
    if (output === '') return { name: 'unusable', message: 'Name the file to write to.' };
    return {
      name: 'report',
      paths: positionals,
      format,
      all,
      ...(output === undefined ? {} : { output }),
    };
  } catch (error) {
    return { name: 'unusable', message: error instanceof Error ? error.message : String(error) };
  }
}

function isFormat(format: string): format is ReportFormat {
  return FORMATS.includes(format);
}

function readServer(words: readonly string[]): Command {
  const unknown = words.find((word) => !/^--(stdio|clientProcessId=\d+)$/.test(word));
  if (unknown !== undefined) {
    return {
      name: 'unusable',
      message: `The server does not know "${unknown}". Call: server --stdio`,
    };
  }
  if (!words.includes('--stdio')) {
    return { name: 'unusable', message: 'Say how to talk with the server: server --stdio' };
  }
  return { name: 'server' };
}
