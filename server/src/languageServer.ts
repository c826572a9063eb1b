/**
 * The language server, one bundle for both worlds: a Node.js process and a Web Worker. Loading this
 * file starts it. Only the part for the world that it finds itself in is run, so that neither needs
 * what the other has.
 */
const isNode = typeof process === 'object' && typeof process.versions?.node === 'string';
void (isNode ? import('./languageServer.node.ts') : import('./languageServer.worker.ts'));
