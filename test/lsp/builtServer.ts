import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const bundle = fileURLToPath(new URL('../../dist/server.cjs', import.meta.url));

/**
 * The language server as it is shipped: these tests look at it from outside only.
 * @returns the path of the bundle
 * @throws Error where it has not been built
 */
export function builtServer(): string {
  if (!existsSync(bundle)) {
    throw new Error('dist/server.cjs is not there. Build it first: npm run build');
  }
  return bundle;
}
