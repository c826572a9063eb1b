import { afterEdits } from './afterEdits.ts';
import type { DiagnosticsRefresh, Session } from './session.ts';

/**
 * Publishes diagnostics to a client that cannot pull them: after a pause in typing, never for an
 * old version, cleared when a document is closed.
 * @returns publishes those of all open documents again
 */
export function pushDiagnostics(session: Session): DiagnosticsRefresh {
  const { analyses, connection, guard, renderer, texts } = session;
  const publish = async (uri: string): Promise<void> => {
    const analysis = await analyses.of(uri);
    if (analysis === undefined || texts.get(uri)?.version !== analysis.version) return;
    const diagnostics = renderer.all(analysis);
    await connection.sendDiagnostics({ uri, version: analysis.version, diagnostics });
  };
  const schedule = afterEdits(texts, (uri) =>
    guard.run('Publishing diagnostics', () => publish(uri)),
  );
  texts.onDidClose(({ document }) => {
    guard.run('Clearing diagnostics', () =>
      connection.sendDiagnostics({ uri: document.uri, diagnostics: [] }),
    );
  });
  return () => {
    for (const uri of texts.keys()) schedule(uri);
  };
}
