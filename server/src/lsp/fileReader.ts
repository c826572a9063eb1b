import type { Connection } from 'vscode-languageserver';
import type { FileReader } from '../core/workspace.ts';
import { valueAt } from './clientSupport.ts';
import { failure } from './guard.ts';
import { type ReadFileParams, readFileRequest } from './protocol.ts';

/**
 * Reads files by their URIs: those of this machine by itself where the server runs on one, all others
 * through the client where it offers to read them.
 * @param connection to the client
 * @param clientReads whether the client answers `ospoStrategy/readFile`
 * @param ownReader of files on this machine, where there is one
 */
export function createFileReader(
  connection: Connection,
  clientReads: boolean,
  ownReader: FileReader | undefined,
): FileReader {
  return async (uri) => {
    if (ownReader !== undefined && uri.startsWith('file:')) return await ownReader(uri);
    if (!clientReads) return undefined;
    try {
      const params: ReadFileParams = { uri };
      const answer: unknown = await connection.sendRequest(readFileRequest, params);
      const text = valueAt(answer, ['text']);
      return typeof text === 'string' ? { path: uri, text, problems: [] } : undefined;
    } catch (error) {
      connection.console.warn(failure('Reading a file through the client', error));
      return undefined;
    }
  };
}
