import type { ClientCapabilities } from 'vscode-languageserver-protocol/node';

/** An editor with all that this server can make use of; VS Code is one. */
export const fullCapabilities: ClientCapabilities = {
  general: { positionEncodings: ['utf-16'] },
  workspace: {
    applyEdit: true,
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    workspaceEdit: { documentChanges: true, snippetEditSupport: true },
    workspaceFolders: true,
    codeLens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    symbol: {},
  },
  textDocument: {
    synchronization: { dynamicRegistration: true },
    completion: {},
    hover: {},
    codeLens: {},
    inlayHint: {},
    diagnostic: {
      dynamicRegistration: true,
      relatedInformation: true,
      codeDescriptionSupport: true,
      dataSupport: true,
    },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } },
      isPreferredSupport: true,
    },
  },
};

/** The requests that come with them. */
export const fullOffers = [
  'workspace/configuration',
  'client/registerCapability',
  'workspace/applyEdit',
  'workspace/diagnostic/refresh',
  'workspace/codeLens/refresh',
  'workspace/inlayHint/refresh',
];

/** An editor that offers only what the protocol requires of every client. */
export const requiredCapabilities: ClientCapabilities = {};
