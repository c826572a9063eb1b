import type { Connection } from 'vscode-languageserver';
import type { SetHost } from '../core/set/strategySet.ts';
import type { FileReader } from '../core/workspace.ts';
import { valueAt } from './clientSupport.ts';
import { failure } from './guard.ts';
import { type ListFilesParams, listFilesRequest } from './protocol.ts';
import { pathBelow, uriBelow } from './workspacePaths.ts';

/**
 * The files of strategy sets: those of this machine by the server itself where it runs on one, all
 * others through the client where it offers to read them.
 * @param connection to the client
 * @param clientReads whether the client answers `ospoStrategy/listFiles`
 * @param readFile reads a file by its URI, by whichever way there is
 * @param ownHostOf of folders on this machine, where there are any
 * @returns the host of a workspace folder, given its URI
 */
export function createSetHosts(
  connection: Connection,
  clientReads: boolean,
  readFile: FileReader,
  ownHostOf: ((folder: string) => SetHost | undefined) | undefined,
): (folder: string) => SetHost {
  const list = async (params: ListFilesParams, root: string): Promise<readonly string[]> => {
    if (!clientReads) return [];
    try {
      const answer: unknown = await connection.sendRequest(listFilesRequest, params);
      const uris = valueAt(answer, ['uris']);
      if (!Array.isArray(uris)) return [];
      return uris.flatMap((uri) => pathBelow(String(uri), root) ?? []).sort();
    } catch (error) {
      connection.console.warn(failure('Listing files through the client', error));
      return [];
    }
  };
  return (folder) =>
    ownHostOf?.(folder) ?? {
      readFile: async (path) => {
        const found = await readFile(uriBelow(folder, path));
        return found === undefined ? undefined : { ...found, path };
      },
      listFiles: () => list({ folder, deep: true }, folder),
      listFolder: (below) =>
        list({ folder: below === '' ? folder : uriBelow(folder, below), deep: false }, folder),
    };
}
