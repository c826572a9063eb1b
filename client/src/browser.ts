import { type ExtensionContext, Uri, workspace } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { activateExtension, type ExtensionApi } from './extension.ts';

/** What a web worker has and the types of Node.js, which the rest is checked with, do not know. */
interface WorkerGlobals {
  readonly Worker: new (
    script: string,
  ) => Worker & { postMessage(message: unknown): void; terminate(): void };
}

class QuietLanguageClient extends LanguageClient {
  /** Logs; the base class would also show a message that nobody asked for. */
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

/** Activates the extension where extensions run in a web worker, as on vscode.dev. */
export async function activate(context: ExtensionContext): Promise<ExtensionApi> {
  const bundles = Uri.joinPath(context.extensionUri, 'dist');
  const script = Uri.joinPath(bundles, 'server.cjs').toString(true);
  const pack = await workspace.fs.readFile(Uri.joinPath(bundles, 'ospo-book.json'));
  return activateExtension(context, (id, name, options) => {
    const { Worker: WebWorker } = globalThis as unknown as WorkerGlobals;
    const worker = new WebWorker(script);
    worker.postMessage(JSON.parse(new TextDecoder().decode(pack)));
    return {
      client: new QuietLanguageClient(id, name, worker, options),
      // Unlike a process, a worker does not end when its connection does.
      dispose: () => worker.terminate(),
    };
  });
}
