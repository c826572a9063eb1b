import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateExtension, type ExtensionApi } from './extension.ts';

class QuietLanguageClient extends LanguageClient {
  /** Logs; the base class would also show a message that nobody asked for. */
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

/** Activates the extension where extensions run in Node.js. */
export function activate(context: ExtensionContext): Promise<ExtensionApi> {
  const module = Uri.joinPath(context.extensionUri, 'dist', 'server.cjs').fsPath;
  return activateExtension(context, (id, name, options) => {
    const client = new QuietLanguageClient(
      id,
      name,
      { module, transport: TransportKind.ipc },
      options,
    );
    return { client, dispose: () => {} };
  });
}
