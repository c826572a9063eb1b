/** Writing a generated file, or telling that the one on disk is stale. */

import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * Writes a generated file, or checks it.
 * @param file the file's address or path
 * @param name what to call it in a message, from the repository's root
 * @param text what it should hold
 * @param check true compares instead of writing
 * @param command what makes the file
 * @returns a message where `check` is set and the file differs, naming the command that mends it
 * @throws where the file cannot be written
 */
export function writeOrCheck(
  file: string,
  name: string,
  text: string,
  check: boolean,
  command = 'npm run generate',
): string | undefined {
  const onDisk = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  if (onDisk === text) return undefined;
  if (check) {
    const state = onDisk === undefined ? 'missing' : 'stale';
    return `${name} is ${state}: run \`${command}\` and commit the result.`;
  }
  writeFileSync(file, text);
  return undefined;
}
