import type { ConfigurationFinder } from '../core/configuration/configurationFinder.ts';
import { effectiveConfigurationText } from '../core/configuration/effectiveConfiguration.ts';
import type { LoadedConfiguration } from '../core/configuration/loadConfiguration.ts';
import { lineStartsOf } from '../core/document/linePosition.ts';
import type { Pack } from '../core/pack/pack.ts';
import { lineSpan } from '../core/report/lineSpan.ts';
import { shownText } from '../core/report/shownText.ts';
import type { Outcome } from './reportCommand.ts';

/**
 * Prints what holds for a file, and where each part comes from.
 * @param path of a document
 * @param pack as shipped
 * @param configurations finds its configuration
 */
export async function configurationCommand(
  path: string,
  pack: Pack,
  configurations: ConfigurationFinder,
): Promise<Outcome> {
  const loaded = await configurations.find(path);
  const inForce = loaded?.isBroken === true ? undefined : loaded;
  const output = effectiveConfigurationText(inForce, pack, configurations.nameOf);
  return {
    output,
    errors: configurationErrors(loaded, configurations.nameOf),
    exitCode: exitCodeOf(loaded),
  };
}

/**
 * What is wrong with a configuration, a line each, with file and line.
 * @param loaded the configuration, where there is one
 * @param nameOf what a file is called
 */
export function configurationErrors(
  loaded: LoadedConfiguration | undefined,
  nameOf: (path: string) => string,
): string {
  const lines = (loaded?.files ?? []).flatMap(({ path, text, problems }) =>
    problems.map(({ severity, range, message }) => {
      const { startLine } = lineSpan(lineStartsOf(text), range);
      const place = `${shownText(nameOf(path))}:${startLine}`;
      return `ospo-strategy: ${place}: ${severity}: ${shownText(message)}\n`;
    }),
  );
  const effect = 'ospo-strategy: The configuration is not in force; all is as shipped.\n';
  return `${lines.join('')}${loaded?.isBroken === true ? effect : ''}`;
}

/**
 * @param loaded the configuration, where there is one
 * @returns 1 where it is broken
 */
export function exitCodeOf(loaded: LoadedConfiguration | undefined): 0 | 1 {
  return loaded?.isBroken === true ? 1 : 0;
}
