import type { ExtensionContext } from 'vscode';
import type { ExtensionApi } from './extension.ts';

/**
 * What VS Code calls, in Node.js and in a web worker alike: one bundle for both worlds. Only the part
 * for the world that it finds itself in is run, so that neither needs what the other has.
 */
export async function activate(context: ExtensionContext): Promise<ExtensionApi> {
  const isNode = typeof process === 'object' && typeof process.versions?.node === 'string';
  const world = isNode ? await import('./node.ts') : await import('./browser.ts');
  return world.activate(context);
}
