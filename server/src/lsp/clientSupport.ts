/**
 * What a client said it can do, as one flat record. The server asks this record before it sends
 * anything that the protocol does not require every client to understand.
 */
export interface ClientSupport {
  /** It pulls diagnostics (`textDocument/diagnostic`); else they are pushed. */
  readonly pullDiagnostics: boolean;
  /** It can be asked to pull all diagnostics again. */
  readonly diagnosticRefresh: boolean;
  readonly relatedInformation: boolean;
  /** A link to a rule's page on a diagnostic's code. */
  readonly codeDescription: boolean;
  /** It keeps a diagnostic's `data` and sends it back with a code action request. */
  readonly diagnosticData: boolean;
  /** It understands code actions, not only commands. */
  readonly codeActionLiterals: boolean;
  readonly preferredCodeActions: boolean;
  /** Versioned `documentChanges` in a workspace edit; else `changes`. */
  readonly documentChanges: boolean;
  /** Snippets in `documentChanges`. */
  readonly snippetEdits: boolean;
  /** The server may send `workspace/applyEdit`. */
  readonly applyEdit: boolean;
  /** The server may ask for settings (`workspace/configuration`). */
  readonly configuration: boolean;
  /** The server may register for changes of settings. */
  readonly configurationRegistration: boolean;
  readonly completion: boolean;
  /** Tab stops in what is completed. */
  readonly snippetCompletions: boolean;
  /** Markdown beside what is completed; else plain text. */
  readonly markdownCompletions: boolean;
  readonly hover: boolean;
  /** Markdown in what a hover shows; else plain text. */
  readonly markdownHovers: boolean;
  readonly codeLens: boolean;
  /** It can be asked to show code lenses anew. */
  readonly codeLensRefresh: boolean;
  readonly inlayHints: boolean;
  readonly inlayHintRefresh: boolean;
  readonly workspaceSymbols: boolean;
  /** A code action's edit may come when the author has chosen it. */
  readonly lazyCodeActions: boolean;
  /** The server may have files watched. */
  readonly fileWatching: boolean;
  /** It tells of files that its user makes, moves and deletes in it. */
  readonly fileOperations: boolean;
  /** It lists position encodings, so it expects to be told which one is used. */
  readonly positionEncodings: boolean;
}

/**
 * Reads a client's capabilities. Whatever is missing or malformed counts as not supported.
 * @param capabilities `InitializeParams.capabilities` as it came over the wire
 */
export function readClientSupport(capabilities: unknown): ClientSupport {
  const has = (...path: string[]) => isOffered(valueAt(capabilities, path));
  const diagnostics = (feature: string) =>
    has('textDocument', 'diagnostic', feature) ||
    has('textDocument', 'publishDiagnostics', feature);
  const documentChanges = has('workspace', 'workspaceEdit', 'documentChanges');
  return {
    pullDiagnostics: has('textDocument', 'diagnostic'),
    diagnosticRefresh: has('workspace', 'diagnostics', 'refreshSupport'),
    relatedInformation: diagnostics('relatedInformation'),
    codeDescription: diagnostics('codeDescriptionSupport'),
    diagnosticData: diagnostics('dataSupport'),
    codeActionLiterals: has('textDocument', 'codeAction', 'codeActionLiteralSupport'),
    preferredCodeActions: has('textDocument', 'codeAction', 'isPreferredSupport'),
    documentChanges,
    snippetEdits: documentChanges && has('workspace', 'workspaceEdit', 'snippetEditSupport'),
    applyEdit: has('workspace', 'applyEdit'),
    configuration: has('workspace', 'configuration'),
    configurationRegistration: has('workspace', 'didChangeConfiguration', 'dynamicRegistration'),
    completion: has('textDocument', 'completion'),
    snippetCompletions: has('textDocument', 'completion', 'completionItem', 'snippetSupport'),
    markdownCompletions: takesMarkdown(
      valueAt(capabilities, [
        'textDocument',
        'completion',
        'completionItem',
        'documentationFormat',
      ]),
    ),
    hover: has('textDocument', 'hover'),
    fileOperations: has('workspace', 'fileOperations', 'didRename'),
    markdownHovers: takesMarkdown(
      valueAt(capabilities, ['textDocument', 'hover', 'contentFormat']),
    ),
    codeLens: has('textDocument', 'codeLens'),
    codeLensRefresh: has('workspace', 'codeLens', 'refreshSupport'),
    inlayHints: has('textDocument', 'inlayHint'),
    inlayHintRefresh: has('workspace', 'inlayHint', 'refreshSupport'),
    workspaceSymbols: has('workspace', 'symbol'),
    lazyCodeActions: resolvesEdits(capabilities),
    fileWatching: has('workspace', 'didChangeWatchedFiles', 'dynamicRegistration'),
    positionEncodings: has('general', 'positionEncodings'),
  };
}

/**
 * The value at a path of property names, or undefined where the path ends early.
 * @param value anything
 * @param path property names, outermost first
 */
export function valueAt(value: unknown, path: readonly string[]): unknown {
  let current = value;
  for (const name of path) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, name)) {
      return undefined;
    }
    current = (current as { readonly [name: string]: unknown })[name];
  }
  return current;
}

function takesMarkdown(formats: unknown): boolean {
  return Array.isArray(formats) && formats.includes('markdown');
}

/** The edit has to be among what is resolved, and what tells the action has to come back. */
function resolvesEdits(capabilities: unknown): boolean {
  const codeAction = valueAt(capabilities, ['textDocument', 'codeAction']);
  const properties = valueAt(codeAction, ['resolveSupport', 'properties']);
  const keepsData = valueAt(codeAction, ['dataSupport']) === true;
  return keepsData && Array.isArray(properties) && properties.includes('edit');
}

/** A capability is offered by `true` or by an object with its details, be it empty. */
function isOffered(value: unknown): boolean {
  return value === true || (typeof value === 'object' && value !== null);
}
