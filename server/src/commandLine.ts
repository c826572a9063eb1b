import manifest from '../../package.json' with { type: 'json' };
import { readArguments, usage } from './cli/arguments.ts';

import { configurationCommand } from './cli/configurationCommand.ts';

import { newCommand } from './cli/newCommand.ts';
import { type Outcome, reportCommand } from './cli/reportCommand.ts';
import type { ConfigurationFinder } from './core/configuration/configurationFinder.ts';
import { builtInPack } from './host/builtInPack.ts';
import { nodeWorkspace } from './host/node.ts';
import { nodeConfigurations } from './host/nodeConfigurations.ts';
import { nodeSetPlace } from './host/nodeSetHost.ts';
import { today } from './host/today.ts';

/** The server's own bundle, beside this one: loaded only where it is asked for. */
const SERVER_BUNDLE = './server.cjs';

const configurations = (file: string | undefined): ConfigurationFinder =>
  nodeConfigurations(builtInPack, process.cwd(), file);

async function run(words: readonly string[]): Promise<Outcome | undefined> {
  const command = readArguments(words);
  switch (command.name) {
    case 'report':
      return reportCommand(
        command,
        builtInPack,
        nodeWorkspace,
        configurations(command.config),
        (file) => nodeSetPlace(process.cwd(), file),
        today(),
      );
    case 'config':
      return configurationCommand(command.path, builtInPack, configurations(command.config));
    case 'new':
      return newCommand(command, builtInPack);
    case 'help':
      return { output: usage, errors: '', exitCode: 0 };
    case 'version':
      return { output: `${manifest.version}\n`, errors: '', exitCode: 0 };
    case 'unusable':
      return { output: '', errors: `ospo-strategy: ${command.message}\n\n${usage}`, exitCode: 2 };
    case 'server':
      await import(SERVER_BUNDLE);
      return undefined;
  }
}

// A reader that stops reading early (`| head`) is no error.
process.stdout.on('error', () => process.exit());

run(process.argv.slice(2)).then((outcome) => {
  if (outcome === undefined) return;
  process.stderr.write(outcome.errors);
  process.stdout.write(outcome.output);
  process.exitCode = outcome.exitCode;
});
