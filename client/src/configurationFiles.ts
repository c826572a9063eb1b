import { FileSystemError, RelativePattern, Uri, workspace } from 'vscode';
import {
  type ListFilesParams,
  type ListFilesResult,
  listFilesRequest,
  type ReadFileParams,
  type ReadFileResult,
  readFileRequest,
} from '../../server/src/lsp/protocol.ts';
import type { LanguageServer } from './languageServer.ts';

/** Configuration files, wherever they lie: the server completes, explains and checks them. */
export const configurationSelector = [{ pattern: '**/*.ospo-strategy.{yaml,yml,json}' }];

/** A workspace may be a whole disk. */
const MOST_LISTED = 5000;

/**
 * Reads and lists files for the server, which in a worker or of a virtual workspace cannot read them itself.
 * Only what lies in a workspace folder is read.
 * @param server not started yet
 */
export function answerFileReads(server: LanguageServer): void {
  server.onRequest(readFileRequest, async (params): Promise<ReadFileResult | null> => {
    const uri = Uri.parse((params as ReadFileParams).uri, true);
    if (workspace.getWorkspaceFolder(uri) === undefined) return null;
    try {
      return { text: new TextDecoder().decode(await workspace.fs.readFile(uri)) };
    } catch (error) {
      if (error instanceof FileSystemError) return null;
      throw error;
    }
  });
  server.onRequest(listFilesRequest, async (params): Promise<ListFilesResult> => {
    const { folder: name, deep } = params as ListFilesParams;
    const folder = Uri.parse(name, true);
    if (workspace.getWorkspaceFolder(folder) === undefined) return { uris: [] };
    const pattern = new RelativePattern(folder, `${deep ? '**/' : ''}*.{md,markdown,mdx}`);
    const found = await workspace.findFiles(pattern, '**/{node_modules,.*}/**', MOST_LISTED);
    return { uris: found.map((uri) => uri.toString()) };
  });
}
